package io.github.radiomicsnomogram.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums, in hexadecimal digits. */
public final class Digests {

	private Digests() {}

	/** A new SHA-1, the checksum that PyRadiomics' diagnostics hold. */
	public static MessageDigest sha1() {
		return digest("SHA-1");
	}

	/** A new SHA-256. */
	public static MessageDigest sha256() {
		return digest("SHA-256");
	}

	/** The SHA-256 of a text in UTF-8. */
	public static String sha256(final String text) {
		final MessageDigest digest = sha256();
		digest.update(text.getBytes(StandardCharsets.UTF_8));
		return hex(digest);
	}

	/** Ends a digest. */
	public static String hex(final MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest digest(final String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has " + algorithm, e);
		}
	}
}
