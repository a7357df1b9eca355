package io.github.radiomicsnomogram.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Files, each with the same number of bytes of voxels, as one stream; each is opened when it is its turn. */
final class VoxelParts extends InputStream {

	/** Opens a file at its first voxel. */
	@FunctionalInterface
	interface Opener {

		InputStream open(Path file) throws IOException;
	}

	private final List<Path> files;
	private final long each;
	private final Opener opener;
	private final Refusal refusal;
	private InputStream in;
	private int opened;
	/** Bytes that the open file still owes. */
	private long left;

	private VoxelParts(final List<Path> files, final long each, final Opener opener, final Refusal refusal) {
		this.files = List.copyOf(files);
		this.each = each;
		this.opener = opener;
		this.refusal = refusal;
		in = InputStream.nullInputStream();
	}

	/** Bytes of voxels in each of some files, which must be a whole number. */
	static long share(final long bytes, final int files, final Refusal refusal) {
		if (bytes % files != 0) throw refusal.bad("spreads its slices unevenly over " + files + " data files",
			"Join them in one file.");
		return bytes / files;
	}

	/**
	 * @param files in order
	 * @param each bytes of voxels in each; further bytes are left alone
	 * @param refusal tells the user of a file that ends too early
	 */
	static InputStream open(final List<Path> files, final long each, final Opener opener, final Refusal refusal)
		throws IOException
	{
		return files.size() == 1 ? opener.open(files.get(0)) : new VoxelParts(files, each, opener, refusal);
	}

	@Override
	public int read() throws IOException {
		final byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(final byte[] target, final int offset, final int length) throws IOException {
		if (length == 0) return 0;
		if (left == 0) {
			if (opened == files.size()) return -1;
			in.close();
			in = opener.open(files.get(opened++));
			left = each;
		}
		final int n = in.read(target, offset, (int) Math.min(length, left));
		// The last one's end is told by who counts the voxels.
		if (n < 0 && opened == files.size()) return -1;
		if (n < 0) throw refusal.bad("is truncated: '" + files.get(opened - 1).getFileName() + "' has " + (each - left) +
			" bytes where the header promises " + each + " bytes of voxels", "Copy or export it again.");
		left -= n;
		return n;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
