package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.util.List;
import java.util.function.Consumer;

/**
 * One run of the undecimated wavelet transform. Filters reach a few voxels only, so each level is computed in the region
 * and as much around it as the next levels need.
 *
 * @param <A> array of the precision
 */
final class WaveletTransform<A> {

	private final WaveletFilter settings;
	private final WaveletArithmetic<A> arithmetic;
	private final Volume image;
	private final BoundingBox region;
	private final Progress progress;
	private final Consumer<FilteredImage> sink;
	private final Wavelet wavelet;
	private final int[] axes;
	private final Geometry grid;
	private final int images;
	private int made;

	WaveletTransform(final WaveletFilter settings, final WaveletArithmetic<A> arithmetic, final Volume image,
		final BoundingBox region, final Progress progress, final Consumer<FilteredImage> sink)
	{
		this.settings = settings;
		this.arithmetic = arithmetic;
		this.image = image;
		this.region = region;
		this.progress = progress;
		this.sink = sink;
		wavelet = Wavelet.named(settings.wavelet());
		axes = settings.axes();
		grid = image.geometry().cropped(region);
		images = settings.level() * ((1 << axes.length) - 1) + 1;
	}

	/** A block of voxels and where it lies along x, y, z. */
	private record Block<A>(A values, Span[] spans) {}

	void run() {
		final int levels = settings.startLevel() + settings.level();
		final Span[][] windows = new Span[levels + 1][];
		windows[levels] = regionSpans();
		for (int level = levels - 1; level >= 0; level--)
			windows[level] = padded(windows[level + 1]);
		Block<A> block = new Block<>(gathered(windows[0]), windows[0]);
		for (int level = 0; level < levels; level++) {
			A approximation = null;
			if (level >= settings.startLevel()) approximation = details(block, 0, "", level - settings.startLevel() + 1);
			if (level == levels - 1) emit(approximation, prefix(settings.level()) + "L".repeat(axes.length));
			else block = approximation(block, windows[level + 1]);
		}
	}

	private Span[] regionSpans() {
		final int[] first = { region.x0(), region.y0(), region.z0() };
		final Span[] spans = new Span[3];
		for (int d = 0; d < 3; d++) {
			final int n = Math.toIntExact(image.geometry().size(d));
			spans[d] = new Span(first[d], region.size(d), n + n % 2);
		}
		return spans;
	}

	private Span[] padded(final Span[] spans) {
		final Span[] wider = spans.clone();
		for (final int axis : axes)
			wider[axis] = spans[axis].padded(wavelet.taps() / 2 - 1, wavelet.taps() / 2);
		return wider;
	}

	/** The image's values in a block that may reach over its ends; read slice by slice, to keep memory low. */
	private A gathered(final Span[] spans) {
		final int[][] from = new int[3][];
		final int[] low = new int[3];
		final int[] high = new int[3];
		for (int d = 0; d < 3; d++) {
			from[d] = new int[spans[d].length()];
			low[d] = Integer.MAX_VALUE;
			for (int i = 0; i < from[d].length; i++) {
				from[d][i] = spans[d].place(i) % Math.toIntExact(image.geometry().size(d));
				low[d] = Math.min(low[d], from[d][i]);
				high[d] = Math.max(high[d], from[d][i]);
			}
		}
		final int plane = from[0].length * from[1].length;
		final A block = arithmetic.zeros(Math.multiplyExact(plane, from[2].length));
		final double[] slice = new double[plane];
		for (int k = 0; k < from[2].length; k++) {
			final int z = from[2][k];
			final BoundingBox box = new BoundingBox(low[0], low[1], z, high[0], high[1], z);
			final double[] values = VoxelArrays.doubles(image, box);
			int i = 0;
			for (final int y : from[1])
				for (final int x : from[0])
					slice[i++] = values[(y - low[1]) * box.size(0) + x - low[0]];
			arithmetic.put(slice, block, k * plane);
		}
		return block;
	}

	/**
	 * Makes the images of a level.
	 *
	 * @param block filtered along the axes before this one
	 * @param depth which of the axes is next
	 * @param letters of the axes before
	 * @return the approximation in the region, if the letters so far are all L
	 */
	private A details(final Block<A> block, final int depth, final String letters, final int level) {
		if (depth == axes.length) {
			if (!letters.contains("H")) return block.values;
			emit(block.values, prefix(level) + letters);
			return null;
		}
		final WaveletPass pass = new WaveletPass(block.spans, axes[depth], regionSpans()[axes[depth]], wavelet.taps());
		final List<A> filtered = pass.run(arithmetic, block.values, List.of(arithmetic.low(wavelet), arithmetic.high(
			wavelet)), progress);
		final A approximation = details(new Block<>(filtered.get(0), pass.spans()), depth + 1, letters + "L", level);
		details(new Block<>(filtered.get(1), pass.spans()), depth + 1, letters + "H", level);
		return approximation;
	}

	private Block<A> approximation(final Block<A> from, final Span[] window) {
		Block<A> block = from;
		for (final int axis : axes) {
			final WaveletPass pass = new WaveletPass(block.spans, axis, window[axis], wavelet.taps());
			final List<A> low = pass.run(arithmetic, block.values, List.of(arithmetic.low(wavelet)), progress);
			block = new Block<>(low.get(0), pass.spans());
		}
		return block;
	}

	/** The first level's number is left out. */
	private static String prefix(final int level) {
		return "wavelet" + (level == 1 ? "" : level) + "-";
	}

	private void emit(final A values, final String name) {
		progress.update((double) ++made / images, name);
		sink.accept(new FilteredImage(name, arithmetic.volume(values, grid, image.info())));
	}
}
