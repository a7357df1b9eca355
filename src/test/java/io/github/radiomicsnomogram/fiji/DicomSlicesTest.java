package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.radiomicsnomogram.InputException;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Headers in slice labels as ImageJ 1.54p writes them when it opens a DICOM series. */
class DicomSlicesTest {

	private static final String UPRIGHT = "1\\0\\0\\0\\1\\0";

	@Test
	void isContentWithASortedSeriesEitherWay() {
		assertEquals(List.of(), DicomSlices.check(series(UPRIGHT, 0, 2.5, 5, 7.5)));
		assertEquals(List.of(), DicomSlices.check(series(UPRIGHT, 7.5, 5, 2.5, 0)));
		assertTrue(DicomSlices.isRescaledAsTold(series(UPRIGHT, 0, 2.5, 5)));
	}

	@Test
	void saysNothingOfOtherStacks() {
		final ImagePlus image = IJ.createImage("ct", "16-bit black", 4, 4, 3);
		assertEquals(List.of(), DicomSlices.check(image));
		image.getStack().setSliceLabel("a", 1);
		assertEquals(List.of(), DicomSlices.check(image));
	}

	@Test
	void refusesSlicesOutOfOrder() {
		final String message = refusal(series(UPRIGHT, 0, 5, 2.5, 7.5));
		assertTrue(message.startsWith("Image 'ct': its slices aren't in the order of their positions: slice 2 lies at 5.0 mm, " +
			"slice 3 at 2.5 mm, but the stack runs from 0.0 to 7.5 mm."), message);
		assertTrue(refusal(series(UPRIGHT, 0, 2.5, 2.5, 5)).contains("slice 2 lies at 2.5 mm, slice 3 at 2.5 mm"));
	}

	@Test
	void warnsOfAGapAndOfAnotherVoxelDepth() {
		assertEquals(List.of("Slices 3 and 4 are 5.0 mm apart, most others 2.5 mm: is one missing?"), DicomSlices.check(series(
			UPRIGHT, 0, 2.5, 5, 10, 12.5, 15)));
		assertEquals(List.of("Voxel depth is 1.0 mm, but the slices' positions are 2.5 mm apart; set it in Image > Properties..."),
			DicomSlices.check(depth(series(UPRIGHT, 0, 2.5, 5), 1)));
	}

	@Test
	void measuresAlongTheNormal() {
		// Sagittal: the normal of (0, 1, 0) x (0, 0, -1) is -x, and the positions differ in x alone.
		final ImagePlus image = series("0\\1\\0\\0\\0\\-1", 0, 0, 0);
		for (int z = 1; z <= 3; z++)
			image.getStack().setSliceLabel(image.getStack().getSliceLabel(z).replace("-10\\-20", z * 2.5 + "\\-20"), z);
		assertEquals(List.of(), DicomSlices.check(image));
	}

	@Test
	void refusesSlicesOfDifferentRescaleAndWarnsOfAnotherCalibration() {
		final ImagePlus image = series(UPRIGHT, 0, 2.5, 5);
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 0, 1 }, "HU");
		assertEquals(List.of("The DICOM header says value = 1.0 x stored - 1024.0, the image's calibration says otherwise: " +
			"values may be wrong (Analyze > Calibrate...)"), DicomSlices.check(image));
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -1024 - 32768, 1 }, "HU");
		assertEquals(List.of(), DicomSlices.check(image), "signed values are kept 32768 higher");
		image.getStack().setSliceLabel(image.getStack().getSliceLabel(2).replace("-1024", "-1000"), 2);
		assertTrue(refusal(image).contains(
			"slice 1 has rescale slope 1.0 and intercept -1024.0, slice 2 has 1.0 and -1000.0"));
	}

	private static ImagePlus series(final String orientation, final double... z) {
		final ImagePlus image = IJ.createImage("ct", "16-bit black", 4, 4, z.length);
		for (int i = 0; i < z.length; i++)
			image.getStack().setSliceLabel("slice" + i + "\n0008,0060  Modality: CT\n0020,0032  Image Position (Patient): -10\\-20\\" +
				z[i] + " \n0020,0037  Image Orientation (Patient): " + orientation +
				" \n0028,1052  Rescale Intercept: -1024\n0028,1053  Rescale Slope: 1 \n", i + 1);
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -1024, 1 }, "Gray Value");
		return depth(image, 2.5);
	}

	private static ImagePlus depth(final ImagePlus image, final double mm) {
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelDepth = mm;
		return image;
	}

	private static String refusal(final ImagePlus image) {
		return assertThrows(InputException.class, () -> DicomSlices.check(image)).getMessage();
	}
}
