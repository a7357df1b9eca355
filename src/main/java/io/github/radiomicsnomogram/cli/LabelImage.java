package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.Digests;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeSet;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** A mask with any number of labels. */
final class LabelImage {

	/** More labels than that are grey values of something else. */
	private static final int MAX_LABELS = 1000;
	private static final int CHUNK = 1 << 16;

	private final Volume volume;
	private String hash;

	LabelImage(final Volume volume) {
		this.volume = volume;
	}

	/** The ROI of a label. */
	Mask mask(final int label) {
		return Mask.ofLabel(volume.info().name(), volume.geometry(), volume.voxels(), label);
	}

	/** All labels, upwards. */
	List<Integer> labels() {
		final TreeSet<Integer> found = new TreeSet<>();
		double last = 0;
		for (final RealType<?> v : Views.flatIterable(volume.voxels())) {
			final double value = v.getRealDouble();
			if (value == last) continue;
			last = value;
			if (value != Math.rint(value) || value < 0 || found.size() > MAX_LABELS) throw new InputException("'" + volume.info()
				.name() + "' is no label image: it has " + (found.size() > MAX_LABELS ? "more than " + MAX_LABELS + " values"
					: "the value " + value) + ". Name the label that is the ROI.");
			if (value > 0) found.add((int) value);
		}
		if (found.isEmpty()) throw new InputException("The mask '" + volume.info().name() +
			"' has no label: it is 0 everywhere.");
		return List.copyOf(found);
	}

	/** PyRadiomics' checksum of a mask: SHA-1 of its labels as 32-bit integers, low byte first. */
	synchronized String hash() {
		if (hash == null) hash = sha1();
		return hash;
	}

	private String sha1() {
		final MessageDigest digest = Digests.sha1();
		final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(volume.voxels()).cursor();
		while (cursor.hasNext()) {
			chunk.putInt((int) (long) cursor.next().getRealDouble());
			if (!chunk.hasRemaining()) {
				digest.update(chunk.flip());
				chunk.clear();
			}
		}
		digest.update(chunk.flip());
		return Digests.hex(digest);
	}
}
