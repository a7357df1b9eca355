package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.measure.Calibration;

import io.github.radiomicsnomogram.volume.VoxelType;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * From stored to physical values by an image's calibration function. The type is what the physical values need: whole
 * numbers stay integers (HU = stored - 1024), as they are to programs that read the same image from DICOM.
 */
final class GreyScale {

	private final VoxelType type;
	/** Physical value of each stored one; null if they are the same. */
	private final double[] table;

	private GreyScale(final VoxelType type, final double[] table) {
		this.type = type;
		this.table = table;
	}

	static GreyScale of(final ImagePlus image) {
		final Calibration c = image.getCalibration();
		final int depth = image.getBitDepth();
		// ImageJ doesn't apply a calibration function to 32-bit images.
		if (depth == 32) return new GreyScale(VoxelType.FLOAT32, null);
		if (!c.calibrated()) return new GreyScale(depth == 8 ? VoxelType.UINT8 : VoxelType.UINT16, null);
		final double[] table = new double[1 << depth];
		for (int stored = 0; stored < table.length; stored++)
			table[stored] = c.getCValue((double) stored);
		return new GreyScale(narrowest(table), table);
	}

	VoxelType type() {
		return type;
	}

	/**
	 * A view of stored values as physical ones.
	 */
	RandomAccessibleInterval<? extends RealType<?>> apply(final RandomAccessibleInterval<? extends RealType<?>> stored) {
		return switch (type) {
			case FLOAT32 -> table == null ? stored : convert(stored, new FloatType());
			case UINT8 -> table == null ? stored : convert(stored, new UnsignedByteType());
			case UINT16 -> table == null ? stored : convert(stored, new UnsignedShortType());
			case INT16 -> convert(stored, new ShortType());
			case INT32 -> convert(stored, new IntType());
			default -> convert(stored, new DoubleType());
		};
	}

	private <T extends RealType<T>> RandomAccessibleInterval<T> convert(
		final RandomAccessibleInterval<? extends RealType<?>> stored, final T physical)
	{
		final double[] lookup = table;
		return Converters.convert(stored, (in, out) -> out.setReal(lookup[((IntegerType<?>) in).getInteger()]), physical);
	}

	private static VoxelType narrowest(final double[] values) {
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		boolean whole = true, single = true;
		for (final double v : values) {
			min = Math.min(min, v);
			max = Math.max(max, v);
			whole &= v == Math.rint(v);
			single &= v == (float) v;
		}
		if (whole && min >= 0 && max <= 0xff) return VoxelType.UINT8;
		if (whole && min >= Short.MIN_VALUE && max <= Short.MAX_VALUE) return VoxelType.INT16;
		if (whole && min >= 0 && max <= 0xffff) return VoxelType.UINT16;
		if (whole && min >= Integer.MIN_VALUE && max <= Integer.MAX_VALUE) return VoxelType.INT32;
		return single ? VoxelType.FLOAT32 : VoxelType.FLOAT64;
	}
}
