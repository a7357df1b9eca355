package io.github.radiomicsnomogram.io.dicom;

import static io.github.radiomicsnomogram.io.dicom.RoiFiles.NX;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.NY;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.NZ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Segmentations and structure sets made at random in every kind and encoding, against the plainest way to say which
 * voxels they hold. Seeds are fixed.
 */
class RoiVariationsTest {

	private static final int ROUNDS = 12;

	@TempDir
	Path folder;

	/** Frames that lie within the image, turned, out of it, of any size, in any order, of two segments that overlap. */
	private record Frames(int rows, int columns, List<DicomWriter> items, List<int[]> pixels, List<int[]> at) {

		/** A frame whose first pixel is the voxel {segment, x, y, z}. */
		static Frames of(final Random random, final int highest) {
			final int rows = 1 + random.nextInt(9), columns = 1 + random.nextInt(9);
			final Frames frames = new Frames(rows, columns, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
			final List<int[]> order = new ArrayList<>();
			for (int segment = 1; segment <= 2; segment++)
				for (int z = -1; z <= NZ; z++)
					if (random.nextInt(3) > 0) order.add(new int[] { segment, random.nextInt(5) - 2, random.nextInt(5) - 2, z });
			order.add(new int[] { 1, 0, 0, 1 });
			order.add(new int[] { 2, 0, 0, 2 });
			Collections.shuffle(order, random);
			for (final int[] at : order) {
				frames.items.add(RoiFiles.frame(at[0], at[1], at[2], at[3]));
				final int[] pixels = random.ints((long) rows * columns, 0, highest + 1).toArray();
				// No segment of the image is empty.
				if (at[1] == 0 && at[2] == 0) pixels[0] = highest;
				frames.pixels.add(pixels);
				frames.at.add(at);
			}
			return frames;
		}

		int[] all() {
			return pixels.stream().flatMapToInt(Arrays::stream).toArray();
		}

		/** Voxels of the image, in order, by the definition. */
		String voxels(final int segment, final IntPredicate inside) {
			final List<String> voxels = new ArrayList<>();
			for (int z = 0; z < NZ; z++)
				for (int y = 0; y < NY; y++)
					for (int x = 0; x < NX; x++)
						if (holds(segment, inside, x, y, z)) voxels.add(x + "," + y + "," + z);
			return String.join(" ", voxels);
		}

		private boolean holds(final int segment, final IntPredicate inside, final int x, final int y, final int z) {
			for (int f = 0; f < at.size(); f++) {
				final int[] a = at.get(f);
				final int column = x - a[1], row = y - a[2];
				if ((segment == 0 || a[0] == segment) && a[3] == z && column >= 0 && column < columns && row >= 0 && row < rows &&
					inside.test(pixels.get(f)[row * columns + column])) return true;
			}
			return false;
		}
	}

	private static byte[] bytes(final int[] values, final boolean wide) {
		final byte[] bytes = new byte[wide ? 2 * values.length : (values.length + 1) / 2 * 2];
		for (int i = 0; i < values.length; i++)
			bytes[wide ? 2 * i : i] = (byte) values[i];
		return bytes;
	}

	/** The file's pixels are words (OW), whose bytes change places in big-endian files. */
	private static byte[] words(final byte[] bytes, final TransferSyntax syntax) {
		if (syntax != TransferSyntax.EXPLICIT_BIG) return bytes;
		final byte[] turned = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++)
			turned[i ^ 1] = bytes[i];
		return turned;
	}

	private String read(final DicomWriter writer, final int segment, final double threshold) {
		final DicomRois rois = DicomRois.read(writer.write(folder.resolve("seg.dcm")));
		final DicomRois chosen = rois instanceof Seg seg ? seg.withThreshold(threshold) : rois;
		try {
			return RoiFiles.voxels(chosen.mask(RoiChoice.number(segment), RoiFiles.image(), Progress.NONE).mask());
		}
		catch (final InputException e) {
			// Nothing of it lies in the image, which is never a mask.
			return "";
		}
	}

	private static DicomWriter segmentation(final Frames frames) {
		return RoiFiles.segmentation(frames.rows, frames.columns, frames.items.toArray(DicomWriter[]::new));
	}

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED" })
	void bitsOfOverlappingSegments(final TransferSyntax syntax) {
		for (int seed = 0; seed < ROUNDS; seed++) {
			final Frames frames = Frames.of(new Random(seed), 1);
			final DicomWriter writer = segmentation(frames).as(syntax).set(Tag.PIXEL_DATA, words(RoiFiles.bits(frames
				.all()), syntax));
			for (int segment = 1; segment <= 2; segment++)
				assertEquals(frames.voxels(segment, v -> v == 1), read(writer, segment, 0.5), "seed " + seed);
		}
	}

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED", "RLE" })
	void fractionsFromAThresholdOn(final TransferSyntax syntax) {
		for (int seed = 0; seed < ROUNDS; seed++) {
			final Random random = new Random(seed);
			final int highest = seed % 2 == 0 ? 255 : 100;
			final Frames frames = Frames.of(random, highest);
			final DicomWriter writer = segmentation(frames).as(syntax).set(Tag.BITS_ALLOCATED, 8).set(Tag.SEGMENTATION_TYPE,
				"FRACTIONAL").set(Tag.MAXIMUM_FRACTIONAL_VALUE, highest).set(Tag.PIXEL_DATA, words(bytes(frames.all(),
					false), syntax));
			if (syntax == TransferSyntax.RLE) writer.set(Tag.PIXEL_DATA, rle(frames));
			for (final double threshold : new double[] { 0.5, 1.0, 1.0 / highest, random.nextInt(highest) / 256.0 + 0.001 })
				for (int segment = 1; segment <= 2; segment++)
					assertEquals(frames.voxels(segment, v -> v >= threshold * highest), read(writer, segment, threshold), "seed " +
						seed + ", threshold " + threshold);
		}
	}

	private static DicomWriter.Fragments rle(final Frames frames) {
		return new DicomWriter.Fragments(frames.pixels.stream().map(p -> PixelDecoderTest.packed(Arrays.copyOf(bytes(p, false), p.length), 1)).toArray(byte[][]::new));
	}

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED" })
	void labelMaps(final TransferSyntax syntax) {
		for (int seed = 0; seed < ROUNDS; seed++) {
			final boolean wide = seed % 2 == 0;
			final Frames frames = Frames.of(new Random(seed), 2);
			final DicomWriter writer = segmentation(frames).as(syntax).set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.66.7").set(
				Tag.SEGMENTATION_TYPE, "LABELMAP").set(Tag.BITS_ALLOCATED, wide ? 16 : 8).set(Tag.PIXEL_DATA, words(bytes(frames.all(),
					wide), syntax));
			for (int segment = 1; segment <= 2; segment++) {
				final int label = segment;
				assertEquals(frames.voxels(0, v -> v == label), read(writer, segment, 0.5), "seed " + seed);
			}
		}
	}

	/** Contours of several planes and slices, that cross themselves and each other. */
	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED" })
	void contours(final TransferSyntax syntax) {
		for (int seed = 0; seed < ROUNDS; seed++) {
			final Random random = new Random(seed);
			final List<DicomWriter> contours = new ArrayList<>();
			final boolean[][][] inside = new boolean[NZ][NY][NX];
			for (int plane = 0; plane < 7; plane++) {
				// Off the slice by up to 0.4, each plane at a place of its own.
				final double z = random.nextInt(NZ + 2) - 1 + (plane - 3) * 0.13;
				final List<double[]> polygons = new ArrayList<>();
				for (int i = 0; i <= random.nextInt(3); i++) {
					final double[] xy = random.doubles(2L * (3 + random.nextInt(9)), -3, 9).toArray();
					polygons.add(xy);
					contours.add(RoiFiles.contour(random.nextBoolean() ? "CLOSED_PLANAR" : "CLOSEDPLANAR_XOR", RoiFiles.points(z, xy)));
				}
				paint(inside, (int) Math.floor(z + 0.5), polygons);
			}
			Collections.shuffle(contours, random);
			final String expected = text(inside);
			assertEquals(expected, read(RoiFiles.structureSet(contours.toArray(DicomWriter[]::new)).as(syntax), 1, 0.5), "seed " +
				seed);
		}
	}

	private static void paint(final boolean[][][] inside, final int z, final List<double[]> polygons) {
		if (z < 0 || z >= NZ) return;
		for (int y = 0; y < NY; y++)
			for (int x = 0; x < NX; x++) {
				boolean odd = false;
				for (final double[] xy : polygons)
					for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2)
						if (xy[i + 1] > y != xy[j + 1] > y && x <= xy[i] + (y - xy[i + 1]) * (xy[j] - xy[i]) / (xy[j + 1] - xy[i + 1]))
							odd = !odd;
				inside[z][y][x] |= odd;
			}
	}

	private static String text(final boolean[][][] inside) {
		final List<String> voxels = new ArrayList<>();
		for (int z = 0; z < NZ; z++)
			for (int y = 0; y < NY; y++)
				for (int x = 0; x < NX; x++)
					if (inside[z][y][x]) voxels.add(x + "," + y + "," + z);
		return String.join(" ", voxels);
	}

	@ParameterizedTest
	@ValueSource(strings = { "NaN\\1\\2\\3\\4\\5\\6\\7\\8", "1\\2\\x\\4\\5\\6\\7\\8\\9", "1\\2\\3\\4\\5\\6\\7\\8", "1\\2\\\\4\\5\\6\\7\\8\\9",
		"1e999\\2\\3\\4\\5\\6\\7\\8\\9", "Infinity\\2\\3\\4\\5\\6\\7\\8\\9", "1,5\\2\\3\\4\\5\\6\\7\\8\\9", "0x10\\2\\3\\4\\5\\6\\7\\8\\9",
		"1 2\\2\\3\\4\\5\\6\\7\\8\\9", "--1\\2\\3\\4\\5\\6\\7\\8\\9", "1d5\\2\\3\\4\\5\\6\\7\\8\\9", "1000000\\2\\3\\4\\5\\6\\7\\8\\9" })
	void badPointsAreNamedNotGuessed(final String points) {
		final Path file = RoiFiles.structureSet(RoiFiles.rectangle(1, 1, 1, 3, 3), RoiFiles.contour("CLOSED_PLANAR", points)).write(
			folder.resolve("RS.dcm"));
		final String message = assertThrows(InputException.class, () -> DicomRois.read(file).mask(RoiChoice.ONLY, RoiFiles
			.image(), Progress.NONE)).getMessage();
		assertEquals(true, message.contains("RS.dcm': ROI 1 'one': contour 2 of 2: ContourData (3006,0050)"), message);
	}
}
