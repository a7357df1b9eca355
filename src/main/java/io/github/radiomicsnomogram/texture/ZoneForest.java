package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/**
 * Parts of zones, numbered from 0, which may turn out to be of one zone: a forest (union-find with path halving), each of
 * whose trees is a zone. Parts count their own voxels until the end.
 */
final class ZoneForest {

	private final int most;
	/** For each part another one of its zone, with a smaller number; the root of a tree has its own. */
	private int[] parent;
	private int[] rank, voxels;
	private int count;

	/** @param most parts that there can be */
	ZoneForest(final int most) {
		this.most = most;
		final int capacity = Math.min(most, 64 + most / 16);
		parent = new int[capacity];
		rank = new int[capacity];
		voxels = new int[capacity];
	}

	/** Begins a part of one voxel of a rank; returns its number. */
	int add(final int voxelRank) {
		if (count == parent.length) reserve((int) Math.min(most, 4L * count));
		parent[count] = count;
		rank[count] = voxelRank;
		voxels[count] = 1;
		return count++;
	}

	private void reserve(final int capacity) {
		parent = Arrays.copyOf(parent, capacity);
		rank = Arrays.copyOf(rank, capacity);
		voxels = Arrays.copyOf(voxels, capacity);
	}

	/** Adds a voxel to a part. */
	void grow(final int part) {
		voxels[part]++;
	}

	/** Makes one zone of those of two parts. */
	void join(final int a, final int b) {
		final int rootA = root(a), rootB = root(b);
		parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
	}

	private int root(final int part) {
		int p = part;
		while (parent[p] != p)
			p = parent[p] = parent[parent[p]];
		return p;
	}

	/** Adds the parts of another forest; returns the number that its first one has here. */
	int addAll(final ZoneForest more) {
		final int first = count;
		reserve(Math.addExact(count, more.count));
		count += more.count;
		System.arraycopy(more.rank, 0, rank, first, more.count);
		System.arraycopy(more.voxels, 0, voxels, first, more.count);
		for (int p = 0; p < more.count; p++)
			parent[first + p] = first + more.parent[p];
		return first;
	}

	/** Number of zones by rank - 1 and size; parts are added to their parents, the last one first. */
	SparseMatrix sizes(final int ranks) {
		final PairCounts sizes = PairCounts.ofFew(ranks, most + 1, count);
		for (int p = count - 1; p >= 0; p--)
			if (parent[p] == p) sizes.add(rank[p] - 1, voxels[p]);
			else voxels[parent[p]] += voxels[p];
		return sizes.toMatrix();
	}
}
