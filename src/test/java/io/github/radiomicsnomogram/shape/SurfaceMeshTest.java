package io.github.radiomicsnomogram.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurfaceMeshTest {

	/** x, y, z; as in src/test/scripts/make_cube_cases.py. */
	private static final double[] SPACING = { 0.8, 1.1, 2.5 };

	/** Both sides add up a few dozen rounded triangles. */
	private static final double ROUNDING = 1e-14;

	/** Offsets of a cube's corners along x, y, z. */
	private static final int[][] CORNERS = { { 0, 0, 0 }, { 1, 0, 0 }, { 1, 1, 0 }, { 0, 1, 0 }, { 0, 0, 1 }, { 1, 0, 1 },
		{ 1, 1, 1 }, { 0, 1, 1 } };

	@Test
	void everyCubeCaseHasPyRadiomicsAreaAndVolume() {
		for (final double[] row : cases()) {
			final int c = (int) row[0];
			assertEquals(row[1], CubeCases.area(c, SPACING), ROUNDING * 10, "area of case " + c);
			assertEquals(row[2], CubeCases.volume48(c, 0, 0, 0) / 48.0 * 0.8 * 1.1 * 2.5, ROUNDING * 10, "volume of case " + c);
		}
	}

	/** Each case with its neighbours: cubes at other places than 0, and gaps between them. */
	@Test
	void theMeshAroundEveryCubeIsPyRadiomicsMesh() {
		for (final double[] row : cases()) {
			final int c = (int) row[0];
			final Masks mask = Masks.where(2, 2, 2, (x, y, z) -> {
				for (int k = 0; k < 8; k++)
					if (CORNERS[k][0] == x && CORNERS[k][1] == y && CORNERS[k][2] == z) return (c >> k & 1) != 0;
				throw new AssertionError();
			});
			final SurfaceMesh mesh = SurfaceMesh.of(mask.grid(), SPACING);
			assertEquals(row[3], mesh.area(), ROUNDING * 100, "area around case " + c);
			assertEquals(row[4], mesh.volume(), ROUNDING * 100, "volume of case " + c);
		}
	}

	private static List<double[]> cases() {
		try {
			final List<String> lines = Files.readAllLines(Path.of(SurfaceMeshTest.class.getResource("/shape/cube-cases.csv")
				.toURI()));
			assertEquals(257, lines.size());
			return lines.stream().skip(1).map(line -> List.of(line.split(",")).stream().mapToDouble(Double::parseDouble)
				.toArray()).toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/**
	 * The mesh cuts a box's edges: it loses half a voxel for every two voxels of an edge's length, and at each corner it
	 * keeps 1/48 of the 1/8 voxel there.
	 */
	@ParameterizedTest
	@CsvSource({ "1,1,1", "1,1,2", "3,2,1", "5,4,3", "65,3,2", "130,1,7" })
	void aBoxHasItsClosedForm(final int nx, final int ny, final int nz) {
		final SurfaceMesh mesh = SurfaceMesh.of(Masks.box(nx, ny, nz).grid(), SPACING);
		final double voxels = nx * ny * nz - (nx + ny + nz - 3) / 2.0 - 8 * (1 / 8.0 - 1 / 48.0);
		assertEquals(voxels * 0.8 * 1.1 * 2.5, mesh.volume(), voxels * 1e-14);
		final double x = 0.8, y = 1.1, z = 2.5, lx = (nx - 1) * x, ly = (ny - 1) * y, lz = (nz - 1) * z;
		final double faces = 2 * (lx * ly + lx * lz + ly * lz);
		final double edges = 4 * (lx * Math.hypot(y, z) + ly * Math.hypot(x, z) + lz * Math.hypot(x, y)) / 2;
		final double corners = 8 * Math.sqrt(x * x * y * y + x * x * z * z + y * y * z * z) / 8;
		assertEquals(faces + edges + corners, mesh.area(), mesh.area() * 1e-14);
	}

	/**
	 * A digitised ellipsoid's volume is right to the surface's roughness, a small part of a voxel times its area; its area
	 * is too large, as the surface of a binary image always has steps: up to a tenth at these sizes.
	 */
	@ParameterizedTest
	@CsvSource({ "10,10,10,0", "20,20,20,0.3", "30,20,12,0.5", "8,25,16,0.1" })
	void anEllipsoidComesCloseToTheContinuousOne(final double a, final double b, final double c, final double offset) {
		final Masks mask = Masks.ellipsoid(a, b, c, offset);
		final SurfaceMesh mesh = SurfaceMesh.of(mask.grid(), new double[] { 1, 1, 1 });
		final double volume = 4.0 / 3 * Math.PI * a * b * c;
		final double p = 1.6075, area = 4 * Math.PI * Math.pow((Math.pow(a * b, p) + Math.pow(a * c, p) + Math.pow(b * c,
			p)) / 3, 1 / p);
		assertEquals(volume, mesh.volume(), 0.02 * volume);
		assertTrue(mesh.area() > area && mesh.area() < 1.12 * area, mesh.area() + " against " + area);
	}

	/**
	 * Turning and flipping a smooth body changes nothing. (It does for irregular ones: PyRadiomics cuts polygons that are
	 * not plane into triangles in different ways for the same case turned round.)
	 */
	@Test
	void aBallCanBeTurned() {
		final Masks ball = Masks.ellipsoid(9.3, 9.3, 9.3, 0.2);
		final double[] unit = { 1, 1, 1 };
		final SurfaceMesh mesh = SurfaceMesh.of(ball.grid(), unit);
		for (final Masks turned : List.of(ball.permuted(1, 0, 2), ball.permuted(2, 1, 0), ball.permuted(1, 2, 0), ball.flipped(
			0), ball.flipped(1), ball.flipped(2)))
		{
			final SurfaceMesh other = SurfaceMesh.of(turned.grid(), unit);
			assertEquals(mesh.area(), other.area(), mesh.area() * 1e-14);
			assertEquals(mesh.volume(), other.volume());
		}
	}

	/** The bits of a row must not matter, in particular not the words' borders. */
	@Test
	void aBodyCanBeMoved() {
		final Masks body = Masks.blobs(new Random(5), 20, 14, 9);
		final SurfaceMesh mesh = SurfaceMesh.of(body.grid(), SPACING);
		for (int dx = 1; dx < 70; dx++)
			assertEquals(mesh, SurfaceMesh.of(body.shifted(dx, dx % 3, dx % 2).grid(), SPACING), "moved by " + dx);
	}
}
