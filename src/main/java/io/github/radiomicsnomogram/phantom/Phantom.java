package io.github.radiomicsnomogram.phantom;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

/**
 * A small made-up contrast-enhanced CT of a breast with a spiculated lesion, for examples, documents and tests: 88 x 88
 * x 36 voxels of 0.8 x 0.8 x 1.25 mm, made in a fraction of a second. Every number comes from formulas over
 * {@link Random}, {@link StrictMath} and IEEE doubles, so every Java makes the same bits. No patient's data are in it.
 *
 * @param volume HU, whole numbers of -1024 and more
 * @param mask the lesion, as the outlines enclose it
 * @param outlines the lesion as a person draws it, one polygon a slice, from the feet up
 * @param muscle a ball in the pectoral muscle, a second ROI to compare with
 */
public record Phantom(Volume volume, Mask mask, List<Outline> outlines, Mask muscle) {

	/** Title of the image. */
	public static final String NAME = "breast-ct";

	/** Name of the ROI. */
	public static final String ROI_NAME = "lesion";

	/** Name of the second ROI. */
	public static final String MUSCLE_NAME = "muscle";

	/** A CT that is stored without sign holds HU + 1024. */
	public static final int STORED_OFFSET = 1024;

	private static final int WIDTH = 88, HEIGHT = 88, DEPTH = 36;
	private static final double PIXEL = 0.8, SLICE = 1.25;
	private static final long SEED = 2021;
	private static final double NOISE = 40;

	public Phantom {
		outlines = List.copyOf(outlines);
	}

	/** Makes it. */
	public static Phantom generate() {
		final Geometry grid = Geometry.axisAligned(new long[] { WIDTH, HEIGHT, DEPTH }, new double[] { PIXEL, PIXEL, SLICE });
		final Lesion lesion = new Lesion(SEED, 33.2, 27.4, 21.6);
		final Volume volume = new Volume(ArrayImgs.shorts(scan(lesion), WIDTH, HEIGHT, DEPTH), grid, VoxelType.INT16,
			ImageInfo.of(NAME, "HU"));
		final Reader reader = new Reader(SEED + 20, lesion, PIXEL);
		final List<Outline> outlines = new ArrayList<>();
		for (int z = 0; z < DEPTH; z++)
			reader.draw(z, z * SLICE).ifPresent(outlines::add);
		return new Phantom(volume, fill(grid, outlines), outlines, ball(grid, 4, 30, 56.5, 22));
	}

	/** Breast and noise, rounded to HU. */
	private static short[] scan(final Lesion lesion) {
		final Breast breast = new Breast(SEED + 10, lesion);
		final Random random = new Random(SEED);
		final short[] hu = new short[WIDTH * HEIGHT * DEPTH];
		int i = 0;
		for (int z = 0; z < DEPTH; z++) {
			final double[] noise = noise(random);
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++) {
					final double v = breast.hu(x * PIXEL, y * PIXEL, z * SLICE) + noise[y * WIDTH + x];
					hu[i++] = (short) Math.max(-STORED_OFFSET, Math.round(v));
				}
		}
		return hu;
	}

	/** A slice of Gaussian noise, smoothed by (1 4 1) / 6 along x and y as a reconstruction kernel correlates it. */
	private static double[] noise(final Random random) {
		final double[] white = new double[WIDTH * HEIGHT];
		for (int i = 0; i < white.length; i++)
			white[i] = NOISE * random.nextGaussian();
		final double[] noise = new double[white.length];
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				double sum = 0;
				for (int dy = -1; dy <= 1; dy++)
					for (int dx = -1; dx <= 1; dx++) {
						final int at = Math.floorMod(y + dy, HEIGHT) * WIDTH + Math.floorMod(x + dx, WIDTH);
						sum += (dx == 0 ? 4 : 1) * (dy == 0 ? 4 : 1) * white[at];
					}
				noise[y * WIDTH + x] = sum / 36;
			}
		return noise;
	}

	private static Mask fill(final Geometry grid, final List<Outline> outlines) {
		final byte[] inside = new byte[WIDTH * HEIGHT * DEPTH];
		for (final Outline outline : outlines)
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++)
					if (outline.covers(x, y)) inside[(outline.slice() * HEIGHT + y) * WIDTH + x] = 1;
		return mask(ROI_NAME, grid, inside);
	}

	/** All in mm. */
	private static Mask ball(final Geometry grid, final double radius, final double... centre) {
		final byte[] inside = new byte[WIDTH * HEIGHT * DEPTH];
		for (int i = 0; i < inside.length; i++) {
			final double dx = i % WIDTH * PIXEL - centre[0], dy = i / WIDTH % HEIGHT * PIXEL - centre[1];
			final double dz = i / (WIDTH * HEIGHT) * SLICE - centre[2];
			if (dx * dx + dy * dy + dz * dz <= radius * radius) inside[i] = 1;
		}
		return mask(MUSCLE_NAME, grid, inside);
	}

	private static Mask mask(final String name, final Geometry grid, final byte[] inside) {
		return Mask.of(name, grid, new BoundingBox(0, 0, 0, WIDTH - 1, HEIGHT - 1, DEPTH - 1), inside);
	}
}
