package io.github.radiomicsnomogram.fiji;

import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Checksums of a stack's slices, by which its pixels are known again, even turned round. */
final class PixelSums {

	/** What ImageJ's menu does to a whole stack, and what makes it undone. */
	private static final Map<String, UnaryOperator<ImageProcessor>> TURNS = turns();

	private PixelSums() {}

	/** One number for each slice. */
	static int[] of(final ImageStack stack) {
		final int[] sums = new int[stack.size()];
		for (int z = 0; z < sums.length; z++)
			sums[z] = sum(stack.getPixels(z + 1));
		return sums;
	}

	private static int sum(final Object pixels) {
		if (pixels instanceof short[] s) return Arrays.hashCode(s);
		if (pixels instanceof float[] f) return Arrays.hashCode(f);
		if (pixels instanceof byte[] b) return Arrays.hashCode(b);
		return pixels instanceof int[] i ? Arrays.hashCode(i) : 0;
	}

	/**
	 * How a stack was flipped or turned, if that is all that was done to it.
	 *
	 * @param sums of its slices before
	 */
	static Optional<String> turned(final ImageStack stack, final int[] sums) {
		if (stack.size() != sums.length) return Optional.empty();
		return TURNS.entrySet().stream().filter(t -> fits(stack, sums, t.getValue(), false) || fits(stack, sums, t.getValue(),
			true)).map(Map.Entry::getKey).findFirst();
	}

	private static boolean fits(final ImageStack stack, final int[] sums, final UnaryOperator<ImageProcessor> undo,
		final boolean reversed)
	{
		final int n = sums.length;
		for (int z = 0; z < n; z++)
			if (sum(undo.apply(processor(stack, z + 1)).getPixels()) != sums[reversed ? n - 1 - z : z]) return false;
		return true;
	}

	/** A copy of a slice. */
	private static ImageProcessor processor(final ImageStack stack, final int slice) {
		final int width = stack.getWidth(), height = stack.getHeight();
		final Object pixels = stack.getPixels(slice);
		if (pixels instanceof short[] s) return new ShortProcessor(width, height, s.clone(), null);
		if (pixels instanceof float[] f) return new FloatProcessor(width, height, f.clone());
		return new ByteProcessor(width, height, ((byte[]) pixels).clone());
	}

	private static Map<String, UnaryOperator<ImageProcessor>> turns() {
		final Map<String, UnaryOperator<ImageProcessor>> turns = new LinkedHashMap<>();
		turns.put("reversed in z", ip -> ip);
		turns.put("flipped horizontally", PixelSums::mirrored);
		turns.put("flipped vertically", PixelSums::flipped);
		turns.put("turned by 180 degrees", ip -> flipped(mirrored(ip)));
		turns.put("turned by 90 degrees to the left", ImageProcessor::rotateRight);
		turns.put("turned by 90 degrees to the right", ImageProcessor::rotateLeft);
		turns.put("turned and flipped", ip -> mirrored(ip.rotateRight()));
		turns.put("turned and flipped vertically", ip -> flipped(ip.rotateRight()));
		return turns;
	}

	private static ImageProcessor mirrored(final ImageProcessor ip) {
		ip.flipHorizontal();
		return ip;
	}

	private static ImageProcessor flipped(final ImageProcessor ip) {
		ip.flipVertical();
		return ip;
	}
}
