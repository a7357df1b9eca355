package io.github.radiomicsnomogram.roi;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The order in which other programs show the slices of a DICOM series, which is that of InstanceNumber, against the
 * order of a volume, which is that of position. ROIs that count slices as shown are put where they belong by it.
 */
public final class SliceOrder {

	private static final String INSTANCE_NUMBER = "InstanceNumber";
	private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote("\\"));

	private final int[] placeOfShown;

	private SliceOrder(final int[] placeOfShown) {
		this.placeOfShown = placeOfShown;
	}

	/**
	 * The order of an image.
	 *
	 * @return nothing if slices are shown in the volume's order, or the image doesn't say
	 */
	public static Optional<SliceOrder> of(final ImageInfo info) {
		final int[] numbers;
		try {
			numbers = info.tag(INSTANCE_NUMBER).map(t -> SEPARATOR.splitAsStream(t).mapToInt(n -> Integer.parseInt(n.trim()))
				.toArray()).orElse(new int[0]);
		}
		catch (final NumberFormatException e) {
			return Optional.empty();
		}
		if (Arrays.stream(numbers).distinct().count() < numbers.length) return Optional.empty();
		final int[] places = IntStream.range(0, numbers.length).boxed().sorted(Comparator.comparingInt(i -> numbers[i]))
			.mapToInt(Integer::intValue).toArray();
		return IntStream.range(0, places.length).allMatch(i -> places[i] == i) ? Optional.empty() : Optional.of(
			new SliceOrder(places));
	}

	/** The order of a stack of so many slices that runs downwards. */
	public static SliceOrder downwards(final int slices) {
		return new SliceOrder(IntStream.range(0, slices).map(z -> slices - 1 - z).toArray());
	}

	/** Puts each slice of a mask that was drawn on slices as shown at its place in the volume. */
	public Mask place(final Mask shown) {
		final BoundingBox b = shown.box();
		if (b.z1() >= placeOfShown.length) throw new IllegalArgumentException("slice " + (b.z1() + 1) + " of " +
			placeOfShown.length);
		final int low = IntStream.rangeClosed(b.z0(), b.z1()).map(z -> placeOfShown[z]).min().orElseThrow();
		final int high = IntStream.rangeClosed(b.z0(), b.z1()).map(z -> placeOfShown[z]).max().orElseThrow();
		final BoundingBox box = new BoundingBox(b.x0(), b.y0(), low, b.x1(), b.y1(), high);
		final byte[] inside = new byte[Math.toIntExact(box.voxels())];
		final byte[] from = shown.toBytes();
		final int plane = b.size(0) * b.size(1);
		for (int z = b.z0(); z <= b.z1(); z++)
			System.arraycopy(from, (z - b.z0()) * plane, inside, (placeOfShown[z] - low) * plane, plane);
		return Mask.of(shown.name(), shown.geometry(), box, inside);
	}
}
