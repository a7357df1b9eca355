package io.github.radiomicsnomogram.io.dicom;

import static io.github.radiomicsnomogram.io.dicom.RoiFiles.bits;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.contours;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.frame;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.rectangle;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.roi;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Mutations;
import io.github.radiomicsnomogram.Progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files come from strangers: whatever is in them, ROIs load or are refused with the file's name. */
class RoiFuzzTest {

	/** More with -Ddicom.fuzz=N. */
	private static final int ROUNDS = Integer.getInteger("dicom.fuzz", 150);

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED" })
	void loadsOrRefusesMutatedStructureSets(final TransferSyntax syntax) throws Exception {
		fuzz(RoiFiles.structureSet(List.of(roi(1, "a"), roi(2, "b")), List.of(contours(1, rectangle(0, 1, 1, 3, 3), rectangle(1,
			1, 1, 3, 3)), contours(2, rectangle(2, 2, 2, 4, 4)))).as(syntax).withOpenSequences().bytes(), syntax.ordinal());
	}

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED",
		"RLE" })
	void loadsOrRefusesMutatedSegmentations(final TransferSyntax syntax) throws Exception {
		final DicomWriter writer = RoiFiles.segmentation(2, 3, frame(1, 1, 2, 3), frame(2, 4, 4, 0)).as(syntax).set(
			Tag.PIXEL_DATA, bits(1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0));
		if (syntax == TransferSyntax.RLE) writer.set(Tag.BITS_ALLOCATED, 8).set(Tag.SEGMENTATION_TYPE, "FRACTIONAL").set(
			Tag.PIXEL_DATA, new DicomWriter.Fragments(PixelDecoderTest.packed(new byte[] { 1, 127, -1, -1, 0, -128 }, 1),
				PixelDecoderTest.packed(new byte[] { -1, 0, -1, -1, 0, 0 }, 1)));
		fuzz(writer.bytes(), syntax.ordinal());
	}

	private void fuzz(final byte[] good, final int seed) throws Exception {
		final Random random = new Random(seed);
		final Path file = folder.resolve("roi.dcm");
		int loaded = 0, refused = 0;
		for (int i = 0; i < ROUNDS; i++) {
			Files.write(file, i == 0 ? good : Mutations.bytes(good, random.nextInt(10) == 0 ? 0 : 128, random));
			for (int number = 1; number <= 2; number++) {
				final RoiChoice choice = RoiChoice.number(number);
				try {
					DicomRois.accepts(file);
					final DicomRois rois = DicomRois.read(file);
					final DicomMask mask = rois.own(choice, RoiFiles.image(), Progress.NONE).orElseGet(() -> rois.mask(
						choice, RoiFiles.image(), Progress.NONE));
					assertTrue(mask.mask().voxelCount() > 0);
					loaded++;
				}
				catch (final InputException e) {
					assertTrue(e.getMessage().contains("roi.dcm"), e.getMessage());
					refused++;
				}
			}
		}
		assertEquals(2 * ROUNDS, loaded + refused);
		assertTrue(loaded >= 2 && refused > 0);
	}
}
