package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Image type LoG: the Laplacian of Gaussian by ITK's recursive filters, times sigma squared, in single precision. One
 * image for each sigma, in the order given. As in PyRadiomics there is no image for a sigma that the image is too small
 * for; {@link #omissions} says for which and why.
 *
 * @param sigma widths of the Gaussian in mm, each positive and finite. A whole number that is no {@link Double} gives a
 *          name without decimals, as in PyRadiomics: "log-sigma-2-mm-3D" beside "log-sigma-2-0-mm-3D"
 */
public record LogFilter(List<? extends Number> sigma) implements ImageFilter {

	/** Voxels that the recursion needs along each axis. */
	private static final int FEWEST = 4;

	private static final int FIRST_EXPONENT = -4, LAST_EXPONENT = 16;

	/** @throws InputException if a sigma is not positive and finite */
	public LogFilter {
		sigma = List.copyOf(sigma);
		for (final Number s : sigma)
			if (!(s.doubleValue() > 0) || Double.isInfinite(s.doubleValue())) throw new InputException(
				"LoG: sigma must be greater than 0 mm: " + sigma);
	}

	/** @throws InputException if a sigma is so small that the recursion has no coefficients */
	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		final List<? extends Number> possible = sigma.stream().filter(s -> omission(s, image.geometry()) == null).toList();
		if (possible.isEmpty()) return;
		final LaplacianOfGaussian laplacian = new LaplacianOfGaussian(image, region);
		int made = 0;
		for (final Number s : possible) {
			final Volume filtered = laplacian.apply(s.doubleValue(), progress);
			progress.update((double) ++made / possible.size(), name(s));
			sink.accept(new FilteredImage(name(s), filtered));
		}
	}

	@Override
	public List<String> omissions(final Geometry grid) {
		final List<String> reasons = new ArrayList<>();
		for (final Number s : sigma)
			if (omission(s, grid) != null) reasons.add(omission(s, grid));
		if (sigma.isEmpty()) reasons.add("LoG gives no image: no sigma is set.");
		return reasons;
	}

	/** Why there is no image, or null if there is one. */
	private static String omission(final Number sigma, final Geometry grid) {
		for (int d = 0; d < 3; d++) {
			final double needed = Math.max(FEWEST, Math.ceil(sigma.doubleValue() / grid.spacing(d)) + 1);
			if (grid.size(d) < needed) return "LoG gives no image for sigma " + sigma + " mm: it needs " + (long) needed +
				" voxels of " + grid.spacing(d) + " mm along " + "xyz".charAt(d) + ", and the image has " + grid.size(d) +
				"; choose a smaller sigma, smaller voxels, or a larger padDistance.";
		}
		return null;
	}

	/** PyRadiomics' name of the image of a sigma: "log-sigma-1-0-mm-3D" for 1.0. */
	public static String name(final Number sigma) {
		final String text = sigma instanceof Double ? text(sigma.doubleValue()) : sigma.toString();
		return "log-sigma-" + text.replace('.', '-') + "-mm-3D";
	}

	/** As Python writes it: as few digits as read back to the same number. */
	private static String text(final double v) {
		int digits = 1;
		while (new BigDecimal(v).round(new MathContext(digits)).doubleValue() != v)
			digits++;
		final BigDecimal shortest = new BigDecimal(v).round(new MathContext(digits)).stripTrailingZeros();
		final int exponent = shortest.precision() - shortest.scale() - 1;
		if (exponent >= FIRST_EXPONENT && exponent < LAST_EXPONENT) return shortest.scale() > 0 ? shortest.toPlainString()
			: shortest.toPlainString() + ".0";
		final String all = shortest.unscaledValue().toString();
		return all.charAt(0) + (all.length() > 1 ? "." + all.substring(1) : "") + (exponent < 0 ? "e-" : "e+") + (Math.abs(
			exponent) < 10 ? "0" : "") + Math.abs(exponent);
	}
}
