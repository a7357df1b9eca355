package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.file.Path;
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/** Small images and masks as files. The ROI of label 1 has 4 x 3 x 2 voxels; other labels are for other tests. */
final class SmallCase {

	/** A line of voxels. */
	static final int LINE = 2;
	/** One voxel. */
	static final int VOXEL = 3;

	private static final int NX = 8, NY = 7, NZ = 5;

	private SmallCase() {}

	private static Geometry grid(final double x) {
		return new Geometry(new long[] { NX, NY, NZ }, new double[] { 0.8, 0.8, 2 }, new double[] { x, -5, 3 }, new double[] {
			1, 0, 0, 0, 1, 0, 0, 0, 1 });
	}

	/** An image like CT of soft tissue. */
	static Path image(final Path folder) {
		final Random random = new Random(3);
		final Img<FloatType> voxels = ArrayImgs.floats(NX, NY, NZ);
		voxels.forEach(v -> v.set(Math.round(40 + 60 * random.nextGaussian())));
		return write(folder.resolve("ct.nrrd"), voxels);
	}

	/** An image of one value. */
	static Path flat(final Path folder) {
		final Img<FloatType> voxels = ArrayImgs.floats(NX, NY, NZ);
		voxels.forEach(v -> v.set(50));
		return write(folder.resolve("flat.nrrd"), voxels);
	}

	/** An image with a voxel of the ROI that is no number. */
	static Path hole(final Path folder) {
		final Img<FloatType> voxels = ArrayImgs.floats(NX, NY, NZ);
		voxels.getAt(3, 3, 2).set(Float.NaN);
		return write(folder.resolve("hole.nrrd"), voxels);
	}

	private static Path write(final Path file, final Img<FloatType> voxels) {
		NrrdWriter.write(new Volume(voxels, grid(0), VoxelType.FLOAT32, ImageInfo.of("ct", "HU")), file);
		return file;
	}

	/** The label image of the images. */
	static Path mask(final Path folder) {
		return labels(folder.resolve("mask.nrrd"), grid(0), NZ);
	}

	/** The same labels shifted by 3 mm. */
	static Path shifted(final Path folder) {
		return labels(folder.resolve("shifted.nrrd"), grid(3), NZ);
	}

	/** The same labels with a slice less. */
	static Path shorter(final Path folder) {
		final Geometry g = grid(0);
		return labels(folder.resolve("shorter.nrrd"), new Geometry(new long[] { NX, NY, NZ - 1 }, g.spacing(), g.origin(), g
			.direction()), NZ - 1);
	}

	/** A label image without labels. */
	static Path empty(final Path folder) {
		final Path file = folder.resolve("empty.nrrd");
		NrrdWriter.write(new Volume(ArrayImgs.unsignedBytes(NX, NY, NZ), grid(0), VoxelType.UINT8, ImageInfo.of("mask", "")),
			file);
		return file;
	}

	private static Path labels(final Path file, final Geometry grid, final int nz) {
		final Img<UnsignedByteType> labels = ArrayImgs.unsignedBytes(NX, NY, nz);
		for (int z = 1; z <= 2; z++)
			for (int y = 2; y <= 4; y++)
				for (int x = 2; x <= 5; x++)
					labels.getAt(x, y, z).set(1);
		for (int x = 0; x < NX; x++)
			labels.getAt(x, 6, 3).set(LINE);
		labels.getAt(0, 0, 0).set(VOXEL);
		NrrdWriter.write(new Volume(labels, grid, VoxelType.UINT8, ImageInfo.of("mask", "")), file);
		return file;
	}
}
