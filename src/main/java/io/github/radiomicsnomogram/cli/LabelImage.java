package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.Digests;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeSet;

import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** A mask with any number of labels. */
final class LabelImage {

	/** More labels than that are grey values of something else. */
	private static final int MAX_LABELS = 1000;

	private final Volume volume;
	private String hash;

	LabelImage(final Volume volume) {
		this.volume = volume;
	}

	/** Name of the image. */
	String name() {
		return volume.info().name();
	}

	/** Whether it is sure to have more than one label; not if it has values that are no labels. */
	boolean isSeveral() {
		try {
			return labels().size() > 1;
		}
		catch (final InputException e) {
			return false;
		}
	}

	/** The ROI of a label. */
	Mask mask(final int label) {
		return Mask.ofLabel(volume.info().name(), volume.geometry(), volume.voxels(), label);
	}

	/** The ROI of a label; the checksum is computed in the same pass. */
	synchronized Mask maskAndHash(final int label) {
		final MessageDigest digest = Digests.sha1();
		final Mask mask = Mask.ofLabel(volume.info().name(), volume.geometry(), volume.voxels(), label, slice -> digest.update(
			bytes(slice)));
		hash = Digests.hex(digest);
		return mask;
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
		for (int z = 0; z < volume.geometry().size(2); z++)
			digest.update(bytes(VoxelArrays.slice(volume, z)));
		return Digests.hex(digest);
	}

	private static byte[] bytes(final double[] slice) {
		final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(slice.length, Integer.BYTES)).order(
			ByteOrder.LITTLE_ENDIAN);
		final int[] labels = new int[slice.length];
		for (int i = 0; i < slice.length; i++)
			labels[i] = (int) (long) slice[i];
		bytes.asIntBuffer().put(labels);
		return bytes.array();
	}
}
