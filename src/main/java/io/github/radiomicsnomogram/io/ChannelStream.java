package io.github.radiomicsnomogram.io;

import java.io.IOException;
import java.io.InputStream;

/** The samples of one channel out of a stream in which those of all channels follow each other, voxel by voxel. */
final class ChannelStream extends InputStream {

	private static final int VOXELS = 1 << 13;

	private final InputStream in;
	private final int sample;
	private final int channels;
	private final int channel;
	private byte[] block = {};
	private int at;

	/**
	 * @param sample bytes of a sample
	 * @param channels number of channels
	 * @param channel wanted, from 0
	 */
	ChannelStream(final InputStream in, final int sample, final int channels, final int channel) {
		this.in = in;
		this.sample = sample;
		this.channels = channels;
		this.channel = channel;
	}

	@Override
	public int read() throws IOException {
		final byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(final byte[] target, final int offset, final int length) throws IOException {
		if (length == 0) return 0;
		if (at == block.length && !fill()) return -1;
		final int n = Math.min(length, block.length - at);
		System.arraycopy(block, at, target, offset, n);
		at += n;
		return n;
	}

	/** A voxel that is cut off doesn't count. */
	private boolean fill() throws IOException {
		final int voxel = sample * channels;
		final byte[] all = in.readNBytes(VOXELS * voxel);
		block = new byte[all.length / voxel * sample];
		for (int i = 0; i < block.length / sample; i++)
			System.arraycopy(all, i * voxel + channel * sample, block, i * sample, sample);
		at = 0;
		return block.length > 0;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
