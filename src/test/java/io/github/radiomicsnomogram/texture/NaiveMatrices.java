package io.github.radiomicsnomogram.texture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The texture matrices as their definitions say, voxel by voxel, on arrays [z][y][x] with 0 outside the ROI: the
 * reference for the fast ones. Rows are grey levels themselves.
 */
final class NaiveMatrices {

	private final int[][][] levels;
	private final int highest;

	NaiveMatrices(final int[][][] levels) {
		this.levels = levels;
		int max = 0;
		for (final int[][] slice : levels)
			for (final int[] row : slice)
				for (final int v : row)
					max = Math.max(max, v);
		highest = max;
	}

	/** The level of a voxel, 0 outside the ROI and the box. */
	private int at(final int x, final int y, final int z) {
		final boolean in = z >= 0 && z < levels.length && y >= 0 && y < levels[0].length && x >= 0 &&
			x < levels[0][0].length;
		return in ? levels[z][y][x] : 0;
	}

	private interface Voxel {

		void visit(int x, int y, int z, int level);
	}

	private void forEach(final Voxel voxel) {
		for (int z = 0; z < levels.length; z++)
			for (int y = 0; y < levels[0].length; y++)
				for (int x = 0; x < levels[0][0].length; x++)
					if (levels[z][y][x] != 0) voxel.visit(x, y, z, levels[z][y][x]);
	}

	/** All offsets whose infinity norm is listed, within a slice if an axis (0 = x) is given. */
	static List<Offset> offsets(final List<Integer> distances, final int flatAxis) {
		final List<Offset> found = new ArrayList<>();
		for (int z = -4; z <= 4; z++)
			for (int y = -4; y <= 4; y++)
				for (int x = -4; x <= 4; x++) {
					final int norm = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
					final boolean inSlice = flatAxis < 0 || (flatAxis == 0 ? x : flatAxis == 1 ? y : z) == 0;
					if (distances.contains(norm) && inSlice) found.add(new Offset(x, y, z));
				}
		return found;
	}

	double[][] cooccurrence(final Offset o, final boolean symmetrical) {
		final double[][] m = new double[highest + 1][highest + 1];
		forEach((x, y, z, level) -> {
			final int other = at(x + o.dx(), y + o.dy(), z + o.dz());
			if (other == 0) return;
			m[level][other]++;
			if (symmetrical) m[other][level]++;
		});
		return m;
	}

	/** Runs along an offset; a run starts where the voxel before it has another level. */
	double[][] runs(final Offset o) {
		final int longest = Math.max(levels.length, Math.max(levels[0].length, levels[0][0].length));
		final double[][] m = new double[highest + 1][longest + 1];
		forEach((x, y, z, level) -> {
			if (at(x - o.dx(), y - o.dy(), z - o.dz()) == level) return;
			int length = 1;
			while (at(x + length * o.dx(), y + length * o.dy(), z + length * o.dz()) == level)
				length++;
			m[level][length]++;
		});
		return m;
	}

	/** Whether two voxels of the ROI differ by a multiple of an offset. */
	boolean meetsTwo(final Offset o) {
		final boolean[] found = { false };
		forEach((x, y, z, level) -> {
			for (int k = 1; k < 100 && !found[0]; k++)
				found[0] = at(x + k * o.dx(), y + k * o.dy(), z + k * o.dz()) != 0;
		});
		return found[0];
	}

	double[][] zones(final List<Offset> neighbours) {
		final double[][] m = new double[highest + 1][1000];
		zones(neighbours, (level, size) -> m[level][size]++);
		return m;
	}

	interface Zone {

		void visit(int level, int size);
	}

	/** Zones are filled from their first voxel. */
	void zones(final List<Offset> neighbours, final Zone zone) {
		final boolean[][][] done = new boolean[levels.length][levels[0].length][levels[0][0].length];
		forEach((x, y, z, level) -> {
			if (done[z][y][x]) return;
			final ArrayDeque<int[]> open = new ArrayDeque<>();
			open.add(new int[] { x, y, z });
			done[z][y][x] = true;
			int size = 0;
			while (!open.isEmpty()) {
				final int[] v = open.remove();
				size++;
				for (final Offset o : neighbours) {
					final int i = v[0] + o.dx(), j = v[1] + o.dy(), k = v[2] + o.dz();
					if (at(i, j, k) != level || done[k][j][i]) continue;
					done[k][j][i] = true;
					open.add(new int[] { i, j, k });
				}
			}
			zone.visit(level, size);
		});
	}

	double[][] dependences(final List<Offset> neighbours, final int cutoff) {
		final double[][] m = new double[highest + 1][neighbours.size() + 2];
		forEach((x, y, z, level) -> {
			int dependent = 1;
			for (final Offset o : neighbours) {
				final int other = at(x + o.dx(), y + o.dy(), z + o.dz());
				if (other != 0 && Math.abs(other - level) <= cutoff) dependent++;
			}
			m[level][dependent]++;
		});
		return m;
	}

	/** Sum of |level - mean of the neighbours| by level. */
	double[] differences(final List<Offset> neighbours) {
		final double[] s = new double[highest + 1];
		forEach((x, y, z, level) -> {
			double sum = 0, count = 0;
			for (final Offset o : neighbours) {
				final int other = at(x + o.dx(), y + o.dy(), z + o.dz());
				if (other == 0) continue;
				sum += other;
				count++;
			}
			if (count > 0) s[level] += Math.abs(level - sum / count);
		});
		return s;
	}
}
