package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskOverlayTest {

	private static final Geometry GRID = Geometry.axisAligned(new long[] { 40, 30, 6 }, new double[] { 1, 1, 1 });
	private static final List<String> LINES = List.of("High risk", "90 points");

	/** Holes, islands and single voxels: the outline must enclose exactly the voxels that were used. */
	@Test
	void theOutlineEnclosesExactlyTheVoxels() {
		final Random random = new Random(1);
		final byte[] inside = new byte[12 * 9 * 4];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (random.nextInt(3) > 0 ? 1 : 0);
		final Mask mask = Mask.of("m", GRID, new BoundingBox(5, 7, 1, 16, 15, 4), inside);
		for (int z = 1; z <= 4; z++) {
			final Roi outline = RiskOverlay.outline(mask, z);
			for (int y = 0; y < 30; y++)
				for (int x = 0; x < 40; x++)
					assertEquals(mask.contains(x, y, z), outline.contains(x, y), x + ", " + y + ", " + z);
		}
	}

	@Test
	void everySliceOfTheRoiHasOneOutlineAndOneLabel() {
		final byte[] inside = new byte[4 * 4 * 4];
		Arrays.fill(inside, 0, 16, (byte) 1);
		Arrays.fill(inside, 48, 64, (byte) 1);
		final Mask mask = Mask.of("m", GRID, new BoundingBox(5, 5, 1, 8, 8, 4), inside);
		final List<Roi> elements = RiskOverlay.elements(mask, Color.RED, LINES);
		assertEquals(List.of(2, 2, 5, 5), elements.stream().map(Roi::getPosition).toList());
		assertEquals(2, elements.stream().filter(TextRoi.class::isInstance).count());
		for (final Roi element : elements) {
			assertTrue(RiskOverlay.isOurs(element));
			assertEquals(Color.RED, element.getStrokeColor());
		}
	}

	@Test
	void aSecondRunReplacesTheFirstAndLeavesTheUsersOwnAlone() {
		final Mask mask = Mask.of("m", GRID, new BoundingBox(5, 5, 1, 6, 6, 1), new byte[] { 1, 1, 1, 1 });
		final Roi own = new OvalRoi(1, 2, 3, 4);
		own.setName("mine");
		final Overlay first = new Overlay(own);
		first.drawLabels(true);
		final Overlay second = RiskOverlay.replaced(first, RiskOverlay.elements(mask, Color.RED, LINES));
		final Overlay third = RiskOverlay.replaced(second, RiskOverlay.elements(mask, Color.BLUE, LINES));
		assertEquals(1, first.size());
		assertEquals(3, third.size());
		assertEquals(own, third.get(0));
		assertEquals(Color.BLUE, third.get(1).getStrokeColor());
		assertTrue(third.getDrawLabels());
		final ImagePlus image = new ImagePlus();
		image.setOverlay(third);
		assertEquals(List.of(own), List.of(RiskOverlay.withoutOurs(image.getOverlay()).toArray()));
	}

	/** The label must lie in the image, and beside the ROI wherever there is room. */
	@ParameterizedTest
	@CsvSource({ "100,100,120,120,true", "450,100,500,150,true", "5,5,20,20,true", "100,480,400,511,true",
		"0,0,511,511,false", "0,200,511,300,true" })
	void theLabelLiesBesideTheRoi(final int x0, final int y0, final int x1, final int y1, final boolean apart) {
		final List<String> lines = List.of("High risk", "score 0.323", "90 points", "5-year DFS 58 %");
		final LabelBox label = LabelBox.beside(new BoundingBox(x0, y0, 0, x1, y1, 0), 512, 512, lines);
		final TextRoi text = label.text(Color.RED);
		final double right = label.x() + text.getFloatWidth(), bottom = label.y() + text.getFloatHeight();
		assertTrue(label.x() >= 0 && label.y() >= 0, label.toString());
		final boolean overlaps = label.x() < x1 + 1 && right > x0 && label.y() < y1 + 1 && bottom > y0;
		assertEquals(apart, !overlaps, label + " to " + right + ", " + bottom);
		if (apart) assertTrue(right <= 512 && bottom <= 512, label + " to " + right + ", " + bottom);
		assertFalse(text.getText().isBlank());
	}
}
