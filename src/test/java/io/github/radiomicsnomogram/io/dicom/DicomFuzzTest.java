package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Mutations;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files come from strangers: whatever is in them, they load or are refused with their folder's name. */
class DicomFuzzTest {

	/** More with -Ddicom.fuzz=N. */
	static final int ROUNDS = Integer.getInteger("dicom.fuzz", 150);

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED",
		"RLE", "JPEG_BASELINE", "JPEG_LOSSLESS", "JPEG_2000_LOSSLESS" })
	void loadsOrRefusesMutatedFiles(final TransferSyntax syntax) throws Exception {
		final Random random = new Random(syntax.ordinal());
		DicomWriter.series(folder, 3);
		final DicomWriter writer = DicomWriter.slice(1, 2).as(syntax).withOpenSequences().set(Tag.PIXEL_MEASURES_SEQUENCE,
			List.of(DicomWriter.empty().set(Tag.PIXEL_SPACING, "0.5\\0.75").set(0x00091001, Vr.SQ, List.of(DicomWriter.empty()
				.set(Tag.KVP, "1")))));
		if (syntax == TransferSyntax.RLE) writer.set(Tag.PIXEL_DATA, new DicomWriter.Fragments(PixelDecoderTest.packed(
			new byte[24], 2)));
		packed(syntax).ifPresent(p -> writer.set(Tag.PIXEL_DATA, new DicomWriter.Fragments(p)));
		if (syntax == TransferSyntax.JPEG_BASELINE) writer.set(Tag.BITS_ALLOCATED, 8).set(Tag.BITS_STORED, 8).set(Tag.HIGH_BIT,
			7);
		final byte[] good = writer.bytes();
		int loaded = 0, refused = 0;
		for (int i = 0; i < ROUNDS; i++) {
			Files.write(folder.resolve("s1.dcm"), Mutations.bytes(good, random.nextInt(10) == 0 ? 0 : 128, random));
			try {
				final Volume volume = new DicomFormat().read(folder, Progress.NONE);
				assertTrue(volume.geometry().size(2) == 3 || !volume.info().warnings().isEmpty());
				final Volume part = new DicomFormat().open(folder, Reach.ROI, Progress.NONE);
				assertEquals(volume.geometry(), part.geometry());
				assertArrayEquals(VoxelArrays.doubles(volume), VoxelArrays.doubles(part));
				loaded++;
			}
			catch (final InputException e) {
				assertTrue(e.getMessage().contains(folder.getFileName().toString()), e.getMessage());
				refused++;
			}
		}
		assertEquals(ROUNDS, loaded + refused);
		assertTrue(refused > 0);
	}

	/** A picture of 4 columns x 3 rows, as decoders see it. */
	private static Optional<byte[]> packed(final TransferSyntax syntax) throws IOException {
		final int[] samples = PackedFramesTest.picture(12, syntax == TransferSyntax.JPEG_BASELINE ? 8 : 16, new Random(1));
		return switch (syntax) {
			case JPEG_BASELINE -> Optional.of(PackedFramesTest.written("jpeg", samples, 4, false));
			case JPEG_LOSSLESS -> Optional.of(LosslessJpegEncoder.encode(samples, 4, 16, 6, 2));
			case JPEG_2000_LOSSLESS -> Optional.of(PackedFramesTest.written("jpeg2000", samples, 4, true));
			default -> Optional.empty();
		};
	}
}
