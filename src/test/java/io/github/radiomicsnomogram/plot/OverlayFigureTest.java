package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.model.Examples;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Picture;
import io.github.radiomicsnomogram.plot.Scene.Polygon;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.awt.image.BufferedImage;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.ShortType;

import org.junit.jupiter.api.Test;

class OverlayFigureTest {

	private static final Geometry GRID = Geometry.axisAligned(new long[] { 60, 50, 30 }, new double[] { 1, 2, 3 });

	@Test
	void showsTheLargestSliceAndEightOthersFromFirstToLast() {
		final Scene scene = OverlayFigure.of(volume("HU"), cone(20), Examples.high());
		assertEquals(9, pictures(scene).size());
		assertEquals(List.of("slice 25", "slice 6", "slice 9", "slice 11", "slice 14", "slice 16", "slice 19", "slice 21",
			"slice 24"), captions(scene));
	}

	@Test
	void aRoiOfOneSliceHasOnePicture() {
		final Scene scene = OverlayFigure.of(volume("HU"), cone(1), Examples.lowWithoutNodes());
		assertEquals(List.of("slice 6"), captions(scene));
		assertEquals(1, outlines(scene, RiskColours.rgb(Examples.lowWithoutNodes().group())).size());
	}

	/** The outline's corners, put back onto the picture's pixels, are the mask's. */
	@Test
	void theOutlineLiesOnThePixelsEdges() {
		final Mask mask = cone(20);
		final Prediction p = Examples.high();
		final Scene scene = OverlayFigure.of(volume("HU"), mask, p);
		final Picture main = pictures(scene).get(0);
		final double[] ring = outlines(scene, RiskColours.rgb(p.group())).get(0).rings().get(0);
		final double[] expected = MaskOutline.rings(mask, 24).get(0);
		assertEquals(60, main.columns(), "the whole width");
		assertEquals(50, main.rows(), "the whole height");
		for (int i = 0; i < ring.length; i += 2) {
			assertEquals(expected[i], (ring[i] - main.x()) / main.width() * main.columns(), 1e-9);
			assertEquals(expected[i + 1], (ring[i + 1] - main.y()) / main.height() * main.rows(), 1e-9);
		}
		assertEquals(2 * main.width() / main.columns(), main.height() / main.rows(), 1e-9, "voxels are 1 mm by 2 mm");
	}

	@Test
	void softTissueWindowForHuAndTheDatasOwnElsewhere() {
		final byte[] hu = pictures(OverlayFigure.of(volume("HU"), cone(1), Examples.high())).get(0).grey();
		assertEquals(Math.round(255 * (40 + 160) / 400.0), hu[0] & 0xff, "40 HU in a window of -160 to 240");
		final Window other = Window.of(volume("SUV"), 0, 0);
		assertArrayEquals(new double[] { 40, 100 }, new double[] { other.black(), other.white() });
		assertEquals(0, other.grey(Double.NaN));
		assertEquals((byte) 255, other.grey(1e9));
	}

	@Test
	void thePngShowsTheOutline() {
		final BufferedImage image = Figures.render(OverlayFigure.of(volume("HU"), cone(20), Examples.high()), 2);
		int vermilion = 0;
		for (int y = 300; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				if ((image.getRGB(x, y) & 0xffffff) == 0xd55e00) vermilion++;
		assertTrue(vermilion > 200, vermilion + " pixels");
	}

	/** A bright block in grey, with another unit. */
	private static Volume volume(final String unit) {
		final Img<ShortType> image = ArrayImgs.shorts(60, 50, 30);
		image.forEach(v -> v.set((short) 40));
		for (int z = 0; z < 30; z++)
			for (int y = 20; y < 40; y++)
				for (int x = 10; x < 45; x++)
					image.getAt(x, y, z).set((short) 100);
		return new Volume(image, GRID, VoxelType.INT16, ImageInfo.of("block", unit));
	}

	/** Grows by a voxel on each side from slice 5 on. */
	private static Mask cone(final int slices) {
		final BoundingBox box = new BoundingBox(0, 0, 5, 59, 49, 4 + slices);
		final byte[] inside = new byte[(int) box.voxels()];
		for (int z = 0; z < slices; z++)
			for (int y = 28 - z; y <= 28 + z; y++)
				for (int x = 28 - z; x <= 29 + z; x++)
					inside[(z * 50 + y) * 60 + x] = 1;
		return Mask.of("cone", GRID, box, inside);
	}

	private static List<Picture> pictures(final Scene scene) {
		return scene.items().stream().filter(Picture.class::isInstance).map(Picture.class::cast).toList();
	}

	private static List<Polygon> outlines(final Scene scene, final int rgb) {
		return scene.items().stream().filter(Polygon.class::isInstance).map(Polygon.class::cast).filter(p -> p.stroke()
			.ink().rgb() == rgb && p.stroke().width() > 0 && p.fill().opacity() == 0).toList();
	}

	private static List<String> captions(final Scene scene) {
		return scene.items().stream().filter(Label.class::isInstance).map(i -> ((Label) i).text()).filter(t -> t.startsWith(
			"slice ")).toList();
	}
}
