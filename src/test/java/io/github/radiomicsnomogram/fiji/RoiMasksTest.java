package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.ImageStatistics;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoiMasksTest {

	private static final int WIDTH = 60, HEIGHT = 50, DEPTH = 7;
	private static final Geometry GRID = Geometry.axisAligned(new long[] { WIDTH, HEIGHT, DEPTH }, new double[] { 0.7, 0.7,
		2.5 });

	private static Stream<Roi> areas() {
		final Roi rounded = new Roi(10, 12, 30, 20);
		rounded.setCornerDiameter(12);
		final Roi hole = new ShapeRoi(new OvalRoi(8, 8, 30, 28)).not(new ShapeRoi(new OvalRoi(15, 14, 9, 10)));
		final Roi islands = new ShapeRoi(new OvalRoi(2, 3, 9, 10)).or(new ShapeRoi(new Roi(30, 30, 7, 5)));
		return Stream.of(new Roi(5, 6, 20, 11), new Roi(5.4, 6.7, 20.2, 11.9), rounded, new OvalRoi(7, 9, 31, 22),
			new OvalRoi(7.3, 9.8, 30.6, 21.1), new EllipseRoi(10, 10, 40, 30, 0.4), new RotatedRectRoi(10, 10, 40, 30, 12),
			polygon(Roi.POLYGON), polygon(Roi.FREEROI), polygon(Roi.TRACED_ROI), new PolygonRoi(new float[] { 4.5f, 40.25f,
				20.75f }, new float[] { 3.5f, 8.125f, 44.5f }, Roi.POLYGON), hole, islands);
	}

	private static Roi polygon(final int type) {
		return new PolygonRoi(new int[] { 5, 40, 44, 21, 9 }, new int[] { 4, 9, 33, 18, 41 }, 5, type);
	}

	@ParameterizedTest
	@MethodSource("areas")
	void holdsThePixelsThatImageJMeasures(final Roi roi) {
		roi.setPosition(3);
		final ImagePlus image = image();
		image.setSlice(3);
		image.setRoi(roi);
		final ImageStatistics measured = image.getStatistics();
		final Mask mask = RoiMasks.of(List.of(roi), GRID).mask();
		assertEquals(measured.pixelCount, mask.voxelCount());
		assertEquals(2, mask.box().z0());
		assertEquals(2, mask.box().z1());
		// Every value is the pixel's own, so the same mean and deviation mean the same pixels.
		double sum = 0, squares = 0;
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				if (mask.contains(x, y, 2)) {
					final double v = image.getStack().getVoxel(x, y, 2);
					sum += v;
					squares += v * v;
				}
		final double n = mask.voxelCount(), mean = sum / n;
		// Sums of up to 3000 whole numbers below 65536: exact but for the last divisions.
		assertEquals(measured.mean, mean, 1e-9);
		assertEquals(measured.stdDev, Math.sqrt((squares - n * mean * mean) / (n - 1)), 1e-6);
	}

	private static ImagePlus image() {
		final ImagePlus image = IJ.createImage("ct", "16-bit black", WIDTH, HEIGHT, DEPTH);
		for (int z = 0; z < DEPTH; z++)
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++)
					image.getStack().setVoxel(x, y, z, (x * 7919 + y * 104729 + z * 31) % 65521);
		return image;
	}

	@Test
	void unitesRoisOfOneSliceAndStacksThoseOfSeveral() {
		final Roi a = at(new Roi(5, 5, 10, 10), 2), b = at(new Roi(10, 10, 10, 10), 2), c = at(new OvalRoi(8, 8, 4, 4), 5);
		final Mask mask = RoiMasks.of(List.of(a, b, c), GRID).mask();
		assertEquals(new BoundingBox(5, 5, 1, 19, 19, 4), mask.box());
		final long oval = RoiMasks.of(List.of(c), GRID).mask().voxelCount();
		assertEquals(100 + 100 - 25 + oval, mask.voxelCount());
	}

	@Test
	void takesTheSliceFromHyperstackPositionOrManagerLabel() {
		final Roi hyper = new Roi(5, 5, 3, 3);
		hyper.setPosition(1, 4, 1);
		assertEquals(3, RoiMasks.of(List.of(hyper), GRID).mask().box().z0());
		final Roi labelled = new Roi(5, 5, 3, 3);
		labelled.setName("0006-0007-0006");
		assertEquals(5, RoiMasks.of(List.of(labelled), GRID).mask().box().z0());
		final Roi both = at(new Roi(5, 5, 3, 3), 2);
		both.setName("0006-0007-0006");
		assertEquals(1, RoiMasks.of(List.of(both), GRID).mask().box().z0(), "the position itself comes first");
	}

	@Test
	void refusesARoiWithoutSliceInAStackOnly() {
		final Roi roi = new Roi(5, 5, 3, 3);
		roi.setName("lesion");
		final String message = refusal(() -> RoiMasks.of(List.of(roi), GRID));
		assertTrue(message.startsWith("ROI 'lesion' lies on no slice, and the image has 7."), message);
		assertTrue(message.contains("press Update in the ROI Manager"), message);
		final Geometry single = Geometry.axisAligned(new long[] { WIDTH, HEIGHT, 1 }, new double[] { 1, 1, 1 });
		assertEquals(9, RoiMasks.of(List.of(roi), single).mask().voxelCount());
	}

	@Test
	void refusesASliceThatIsNotThere() {
		assertTrue(refusal(() -> RoiMasks.of(List.of(at(new Roi(5, 5, 3, 3), 8)), GRID)).contains(
			"lies on slice 8, but the image has 7"));
	}

	@Test
	void refusesWhatIsNoAreaByName() {
		final List<Roi> others = List.of(new Line(1, 1, 9, 9), new PointRoi(3, 3), new Arrow(1, 1, 5, 5), new TextRoi(3, 3,
			"here"), new PolygonRoi(new int[] { 1, 5, 9 }, new int[] { 1, 9, 1 }, 3, Roi.ANGLE), new PolygonRoi(new int[] { 1,
				5, 9 }, new int[] { 1, 9, 1 }, 3, Roi.POLYLINE), new PolygonRoi(new int[] { 1, 5, 9 }, new int[] { 1, 9, 1 }, 3,
					Roi.FREELINE));
		for (final Roi roi : others) {
			roi.setName("odd one");
			roi.setPosition(1);
			assertTrue(refusal(() -> RoiMasks.of(List.of(roi), GRID)).startsWith("ROI 'odd one' is no area but "), roi
				.toString());
		}
	}

	@Test
	void clipsWithAWarningAndRefusesWhatLiesOutside() {
		final RoiMask clipped = RoiMasks.of(List.of(at(new Roi(55, 45, 10, 10), 1)), GRID);
		assertEquals(25, clipped.mask().voxelCount());
		assertEquals(List.of("ROI 'Rectangle at 55, 45' on slice 1 reaches out of the image: 75 of its 100 pixels are left out."),
			clipped.warnings());
		final RoiMask left = RoiMasks.of(List.of(at(new OvalRoi(-5, -5, 10, 10), 1)), GRID);
		assertEquals(new BoundingBox(0, 0, 0, 4, 4, 0), left.mask().box());
		final String message = refusal(() -> RoiMasks.of(List.of(at(new Roi(60, 5, 10, 10), 1)), GRID));
		assertTrue(message.contains("lies outside the image: it covers x 60 to 69, y 5 to 14, the image has 60 x 50 pixels"),
			message);
	}

	@Test
	void usesTheShownSliceForAnActiveRoiWithoutOne() {
		final ImagePlus image = image();
		assertTrue(refusal(() -> RoiMasks.ofActive(image, GRID)).contains("has no selection"));
		image.setSlice(6);
		final Roi roi = new Roi(5, 5, 3, 3);
		image.setRoi(roi);
		assertEquals(5, RoiMasks.ofActive(image, GRID).mask().box().z0());
		roi.setPosition(2);
		final RoiMask own = RoiMasks.ofActive(image, GRID);
		assertEquals(1, own.mask().box().z0());
		assertEquals(List.of("The selection belongs to slice 2, slice 6 is shown; slice 2 is taken."), own.warnings());
	}

	@Test
	void leavesOurOwnAndForeignRemarksInTheOverlayAlone() {
		final ImagePlus image = image();
		assertTrue(refusal(() -> RoiMasks.ofOverlay(image, GRID)).startsWith("The overlay of image 'ct' holds no area."));
		final Roi ours = at(new Roi(1, 1, 5, 5), 1), bar = new Line(1, 40, 20, 40), lesion = at(new Roi(5, 5, 3, 3), 2);
		ours.setName(RoiMasks.OWN_PREFIX + " outline");
		bar.setName("scale bar");
		image.setOverlay(new Overlay(ours));
		assertFalse(RoiMasks.hasOverlaid(image));
		image.getOverlay().add(bar);
		assertFalse(RoiMasks.hasOverlaid(image));
		assertTrue(refusal(() -> RoiMasks.ofOverlay(image, GRID)).contains(
			"holds no area, only 'scale bar' (of type straight line)."));
		image.getOverlay().add(lesion);
		assertTrue(RoiMasks.hasOverlaid(image));
		final RoiMask mask = RoiMasks.ofOverlay(image, GRID);
		assertEquals(RoiMasks.of(List.of(lesion), GRID).mask(), mask.mask());
		assertEquals(List.of("Left out of the ROI: overlay element 'scale bar' (of type straight line), which is no area."), mask
			.warnings());
	}

	@Test
	void comparesTheGridOfALabelImage() {
		final ImagePlus image = calibrated(image()), labels = calibrated(IJ.createImage("labels", "8-bit black", WIDTH, HEIGHT,
			DEPTH));
		labels.getStack().setVoxel(3, 4, 5, 2);
		assertEquals(new BoundingBox(3, 4, 5, 3, 4, 5), RoiMasks.ofLabels(labels, 2, ImagePlusVolumes.of(image), false).mask().box());
		assertTrue(refusal(() -> RoiMasks.ofLabels(labels, 1, ImagePlusVolumes.of(image), false)).contains("labels in it: 2"));
		labels.getCalibration().pixelDepth = 3;
		final String message = refusal(() -> RoiMasks.ofLabels(labels, 2, ImagePlusVolumes.of(image), false));
		assertTrue(message.startsWith("Image 'ct' and mask 'labels' lie on different grids (spacing along z: 2.5 against 3.0 mm)."),
			message);
		assertTrue(message.contains("image: size 60 x 50 x 7, spacing [0.7, 0.7, 2.5] mm") && message.contains(
			"mask:  size 60 x 50 x 7, spacing [0.7, 0.7, 3.0] mm"), message);
	}

	@Test
	void refusesAnEmptyListAndAnEmptyRoi() {
		assertTrue(refusal(() -> RoiMasks.of(List.of(), GRID)).startsWith("There is no ROI."));
		final Roi thin = at(new PolygonRoi(new float[] { 5.1f, 5.2f, 5.15f }, new float[] { 5.1f, 5.2f, 5.3f }, Roi.POLYGON), 1);
		assertTrue(refusal(() -> RoiMasks.of(List.of(thin), GRID)).contains("is empty"));
	}

	@Test
	void needsNoRoiManager() {
		assertFalse(RoiMasks.managed().iterator().hasNext());
	}

	private static ImagePlus calibrated(final ImagePlus image) {
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelWidth = 0.7;
		image.getCalibration().pixelHeight = 0.7;
		image.getCalibration().pixelDepth = 2.5;
		return image;
	}

	private static Roi at(final Roi roi, final int slice) {
		roi.setPosition(slice);
		return roi;
	}

	private static String refusal(final Runnable work) {
		return assertThrows(InputException.class, work::run).getMessage();
	}
}
