package io.github.radiomicsnomogram;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damage to good files, the same for the same random numbers. */
public final class Mutations {

	private static final String[] NASTY = { "-1", "0", "1", "nan", "inf", "1e308", "2147483647", "-2147483648", "4294967296",
		"99999999999999999999", "0.5", "", "a", "%d", "../", "LIST", ":=", "\n", "true", "[", "{", "&a", "*a", "!!x", "\"", "é" };

	private Mutations() {}

	/**
	 * Changes, cuts, leaves out or doubles a few bytes; in the first part of a file, where headers are, more often.
	 *
	 * @param start bytes before it mostly stay
	 */
	public static byte[] bytes(final byte[] good, final int start, final Random random) {
		byte[] bytes = good.clone();
		for (int k = random.nextInt(4); k >= 0 && bytes.length > start; k--) {
			final int span = random.nextBoolean() ? bytes.length - start : Math.min(bytes.length - start, 600);
			final int at = start + random.nextInt(span), n = Math.min(bytes.length - at, 1 + random.nextInt(16));
			switch (random.nextInt(7)) {
				case 0 -> bytes[at] = (byte) random.nextInt();
				case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
				case 2 -> Arrays.fill(bytes, at, at + n, (byte) 0xFF);
				case 3 -> Arrays.fill(bytes, at, at + n, (byte) 0);
				case 4 -> bytes = Arrays.copyOf(bytes, at);
				case 5 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + n, bytes.length));
				default -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, Math.max(start, at - random.nextInt(
					64)), bytes.length));
			}
		}
		return bytes;
	}

	/** Puts other words in the place of words of a text's first lines, or leaves lines out, doubles or exchanges them. */
	public static byte[] text(final byte[] good, final int lines, final Random random) {
		String text = new String(good, StandardCharsets.ISO_8859_1);
		for (int k = random.nextInt(3); k >= 0; k--) {
			final String[] all = text.split("(?<=\n)", -1);
			final int i = random.nextInt(Math.min(lines, all.length)), j = random.nextInt(Math.min(lines, all.length));
			switch (random.nextInt(5)) {
				case 0 -> all[i] = "";
				case 1 -> all[i] += all[i];
				case 2 -> {
					final String line = all[i];
					all[i] = all[j];
					all[j] = line;
				}
				default -> {
					final String[] words = all[i].split("(?<=[ ,:=()\n])|(?=[ ,:=()\n])");
					words[random.nextInt(words.length)] = NASTY[random.nextInt(NASTY.length)];
					all[i] = String.join("", words);
				}
			}
			text = String.join("", all);
		}
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] joined(final byte[] a, final byte[] b) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(a);
		out.writeBytes(b);
		return out.toByteArray();
	}
}
