package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import net.imglib2.parallel.TaskExecutor;
import net.imglib2.parallel.TaskExecutors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Planes that nobody looks at are not read; those that somebody looks at have the bits of the whole reading. */
class LazyVolumeTest {

	private static final int SLICES = 9;

	@TempDir
	Path folder;

	private Volume open(final Reach reach) {
		return new DicomFormat().open(folder, reach, Progress.NONE);
	}

	private void series(final UnaryOperator<DicomWriter> change) {
		for (int n = 0; n < SLICES; n++)
			change.apply(DicomWriter.slice(n, 2 * n)).write(folder.resolve("s" + n + ".dcm"));
	}

	private static BoundingBox slices(final int from, final int to) {
		return new BoundingBox(0, 0, from, 3, 2, to);
	}

	/** The same bits in a part, though the files of all other planes are gone. */
	private void holdsWithoutOtherFiles() throws Exception {
		final Volume whole = open(Reach.WHOLE);
		for (final Reach reach : List.of(Reach.ROI, Reach.SURROUNDINGS)) {
			final Volume part = open(reach);
			assertEquals(whole.geometry(), part.geometry());
			assertEquals(whole.info(), part.info());
			if (reach == Reach.SURROUNDINGS) assertEquals(whole.type(), part.type());
			assertArrayEquals(VoxelArrays.doubles(whole), VoxelArrays.doubles(part));
		}
		final Volume part = open(Reach.ROI);
		for (int n = 0; n < SLICES; n++)
			if (n < 3 || n > 5) Files.delete(folder.resolve("s" + n + ".dcm"));
		assertArrayEquals(VoxelArrays.doubles(whole, slices(3, 5)), VoxelArrays.doubles(part, slices(3, 5)));
		final InputException e = assertThrows(InputException.class, () -> VoxelArrays.doubles(part, slices(2, 3)));
		assertTrue(e.getMessage().contains("s2.dcm"), e.getMessage());
	}

	@Test
	void readsOnlyPlanesThatAreLookedAt() throws Exception {
		series(s -> s);
		assertEquals(VoxelType.INT16, open(Reach.SURROUNDINGS).type());
		// 16 bits less 1024 may not fit in 16 bits: what the type is would need all pixels.
		assertEquals(VoxelType.INT32, open(Reach.ROI).type());
		holdsWithoutOtherFiles();
	}

	@Test
	void knowsTheTypeOfTwelveBits() throws Exception {
		series(s -> s.set(Tag.BITS_STORED, 12).set(Tag.HIGH_BIT, 11));
		assertEquals(VoxelType.INT16, open(Reach.ROI).type());
		holdsWithoutOtherFiles();
	}

	@Test
	void takesNumbersBeyondSixteenBits() throws Exception {
		series(s -> s.set(Tag.RESCALE_SLOPE, "40"));
		assertEquals(VoxelType.INT32, open(Reach.WHOLE).type());
		holdsWithoutOtherFiles();
	}

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED" })
	void takesFractionsOfOneSlope(final TransferSyntax syntax) throws Exception {
		series(s -> s.as(syntax).set(Tag.RESCALE_SLOPE, "0.1"));
		holdsWithoutOtherFiles();
	}

	@Test
	void takesASlopeForEachSlice() throws Exception {
		final int[] n = { 0 };
		series(s -> s.set(Tag.RESCALE_SLOPE, "0." + (1 + n[0]++)));
		holdsWithoutOtherFiles();
	}

	@Test
	void takesPackedPlanes() throws Exception {
		final Random random = new Random(5);
		for (final TransferSyntax syntax : List.of(TransferSyntax.RLE, TransferSyntax.JPEG_LOSSLESS,
			TransferSyntax.JPEG_2000_LOSSLESS))
		{
			series(s -> s.as(syntax).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(packed(syntax, random))));
			holdsWithoutOtherFiles();
		}
	}

	private static byte[] packed(final TransferSyntax syntax, final Random random) {
		final byte[] plane = new byte[24];
		random.nextBytes(plane);
		final int[] samples = random.ints(12, 0, 1 << 16).toArray();
		try {
			return switch (syntax) {
				case RLE -> PixelDecoderTest.packed(plane, 2);
				case JPEG_LOSSLESS -> LosslessJpegEncoder.encode(samples, 4, 16, 1, 0);
				default -> PackedFramesTest.written("jpeg2000", samples, 4, true);
			};
		}
		catch (final java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}

	@Test
	void takesPackedFramesOfOneFile() throws Exception {
		final Random random = new Random(6);
		final List<DicomWriter> frames = new ArrayList<>();
		final byte[][] packed = new byte[SLICES][];
		for (int n = 0; n < SLICES; n++) {
			frames.add(DicomWriter.empty().set(Tag.PLANE_POSITION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.IMAGE_POSITION_PATIENT, "-10\\-20\\" + 2 * n))));
			packed[n] = packed(TransferSyntax.RLE, random);
		}
		final DicomWriter file = DicomWriter.slice(0, 0).remove(Tag.IMAGE_POSITION_PATIENT).as(TransferSyntax.RLE).set(
			Tag.NUMBER_OF_FRAMES, "" + SLICES).set(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
		file.set(Tag.PIXEL_DATA, new DicomWriter.Fragments(packed)).write(folder.resolve("enhanced"));
		final double[] whole = VoxelArrays.doubles(open(Reach.WHOLE), slices(3, 5));
		for (int n = 0; n < SLICES; n++)
			if (n < 3 || n > 5) packed[n] = new byte[packed[n].length];
		file.set(Tag.PIXEL_DATA, new DicomWriter.Fragments(packed)).write(folder.resolve("enhanced"));
		assertThrows(InputException.class, () -> open(Reach.WHOLE));
		final Volume part = open(Reach.ROI);
		assertArrayEquals(whole, VoxelArrays.doubles(part, slices(3, 5)));
		assertThrows(InputException.class, () -> VoxelArrays.doubles(part, slices(0, 0)));
	}

	/** Frames of a deflated file are inflated together: each by itself would be the same bytes. */
	@Test
	void takesFramesOfADeflatedFile() {
		final List<DicomWriter> frames = new ArrayList<>();
		final short[] pixels = new short[12 * SLICES];
		for (int n = 0; n < SLICES; n++) {
			frames.add(DicomWriter.empty().set(Tag.PLANE_POSITION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.IMAGE_POSITION_PATIENT, "-10\\-20\\" + 2 * n))));
			System.arraycopy(DicomWriter.ramp(n, 12), 0, pixels, 12 * n, 12);
		}
		final DicomWriter file = DicomWriter.slice(0, 0).remove(Tag.IMAGE_POSITION_PATIENT).set(Tag.NUMBER_OF_FRAMES, "" +
			SLICES).set(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames).pixels(pixels);
		file.write(folder.resolve("enhanced"));
		final double[] plain = VoxelArrays.doubles(open(Reach.WHOLE));
		file.as(TransferSyntax.DEFLATED).write(folder.resolve("enhanced"));
		assertArrayEquals(plain, VoxelArrays.doubles(open(Reach.WHOLE)));
		assertArrayEquals(java.util.Arrays.copyOfRange(plain, 24, 60), VoxelArrays.doubles(open(Reach.ROI), slices(2, 4)));
	}

	@Test
	void noticesPackedPlanesThatAreCutOffWithoutReadingThem() throws Exception {
		series(s -> s.as(TransferSyntax.RLE).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(packed(TransferSyntax.RLE,
			new Random(1)))));
		final byte[] good = Files.readAllBytes(folder.resolve("s7.dcm"));
		Files.write(folder.resolve("s7.dcm"), java.util.Arrays.copyOf(good, good.length - 9));
		final InputException e = assertThrows(InputException.class, () -> open(Reach.ROI));
		assertTrue(e.getMessage().contains("s7.dcm") && e.getMessage().contains("truncated"), e.getMessage());
	}

	@Test
	void decodesEachPlaneOnceForAnyNumberOfThreads() {
		series(s -> s);
		final SeriesSource source = SeriesSource.find(folder, SeriesChoice.ONLY, Progress.NONE);
		final Map<Integer, Integer> decoded = new ConcurrentHashMap<>();
		final PixelFormat format = source.stack().slices().get(0).format();
		final Volume volume = new LazyVolume(source.stack(), (z, rescale) -> {
			decoded.merge(z, 1, Integer::sum);
			return new PixelDecoder(new byte[24], false, format, rescale);
		}).of(ImageInfo.of("", ""));
		assertTrue(decoded.isEmpty());
		try (TaskExecutor four = TaskExecutors.fixedThreadPool(4)) {
			four.forEach(List.of(1, 2, 3, 4, 5, 6, 7, 8), i -> VoxelArrays.doubles(volume, slices(2 + i % 3, 6)));
		}
		assertEquals(Map.of(2, 1, 3, 1, 4, 1, 5, 1, 6, 1), decoded);
		volume.cropped(slices(0, 8)).readAhead(slices(5, 7));
		assertEquals(Map.of(2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1), decoded);
		volume.readAhead(slices(0, SLICES));
		VoxelArrays.doubles(volume.cropped(slices(5, 7)));
		assertEquals(Map.of(2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1), decoded);
	}

	@Test
	void scalesToSuvAsTheWholeImageIs() throws Exception {
		series(s -> SuvTest.pet(s));
		final Volume whole = new DicomFormat().readSuv(folder, Progress.NONE);
		final Volume part = new DicomFormat().openSuv(folder, Reach.ROI, Progress.NONE);
		assertEquals(whole.info(), part.info());
		assertArrayEquals(VoxelArrays.doubles(whole), VoxelArrays.doubles(part));
		final Volume third = new DicomFormat().openSuv(folder, Reach.ROI, Progress.NONE);
		Files.delete(folder.resolve("s0.dcm"));
		assertArrayEquals(VoxelArrays.doubles(whole, slices(1, 2)), VoxelArrays.doubles(third, slices(1, 2)));
	}
}
