package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.Opener;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.TiffWriter;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is what ImageJ, and our own reader, read. */
class TiffWriterTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "UINT8,UINT8,0,255,0.7", "INT8,INT16,-128,127,0.3333333333333333", "UINT16,UINT16,0,65535,3.7",
		"INT16,INT16,-32768,32767,0.9765625", "UINT32,FLOAT32,0,16777216,1", "INT32,FLOAT32,-5,16777216,1e-3",
		"FLOAT32,FLOAT32,-1.5,0.25,123.456", "FLOAT64,FLOAT32,-1.5,0.25,2" })
	void isReadBackWithEveryDigit(final VoxelType type, final VoxelType expected, final double low, final double high,
		final double spacing)
	{
		for (final int slices : new int[] { 1, 3 })
			for (final String unit : new String[] { "", "HU" }) {
				final double[] values = new double[6 * slices];
				for (int i = 0; i < values.length; i++)
					values[i] = i % 2 == 0 ? low : high;
				values[3] = 7;
				final Geometry grid = Geometry.axisAligned(new long[] { 2, 3, slices }, new double[] { spacing, spacing / 3, 1.1 *
					spacing });
				final Path file = folder.resolve("a.tif");
				assertEquals(List.of(), TiffWriter.write(VoxelArrays.volume(values, grid, type, ImageInfo.of("a", unit)), file));
				final Volume read = new TiffFormat().read(file, Progress.NONE);
				assertArrayEquals(values, VoxelArrays.doubles(read));
				assertEquals(expected, read.type());
				assertEquals(unit, read.info().valueUnit());
				// Resolutions are fractions of two 31-bit numbers: a relative error of less than 1e-15.
				for (int d = 0; d < 3; d++)
					assertEquals(grid.spacing(d), read.geometry().spacing(d), 1e-15 * grid.spacing(d));
			}
	}

	@Test
	void opensInImageJAsAStackOfSlices() {
		final Path file = folder.resolve("a.tif");
		TiffWriter.write(VoxelArrays.volume(new double[] { -1000, 0, 40, 3000 }, Geometry.axisAligned(new long[] { 2, 1, 2 },
			new double[] { 0.5, 0.5, 3 }), VoxelType.INT16, ImageInfo.of("a", "HU")), file);
		final ImagePlus image = new Opener().openImage(file.toString());
		assertEquals(2, image.getNSlices());
		assertEquals("mm", image.getCalibration().getUnit());
		assertEquals(3, image.getCalibration().pixelDepth);
		assertEquals(0.5, image.getCalibration().pixelWidth);
		assertEquals("HU", image.getCalibration().getValueUnit());
		assertEquals(-1000, image.getCalibration().getCValue(image.getStack().getProcessor(1).get(0, 0)));
		assertEquals(3000, image.getCalibration().getCValue(image.getStack().getProcessor(2).get(1, 0)));
	}

	@Test
	void tellsWhatTiffCannotHold() {
		final Geometry oblique = new Geometry(new long[] { 1, 1, 1 }, new double[] { 1, 1, 1 }, new double[] { 5, 0, 0 },
			new double[] { 0, 1, 0, 1, 0, 0, 0, 0, 1 });
		final List<String> losses = TiffWriter.write(VoxelArrays.volume(new double[] { 0.1 }, oblique, VoxelType.FLOAT64, ImageInfo
			.of("a", "")), folder.resolve("a.tif"));
		assertTrue(losses.get(0).contains("its origin [5.0, 0.0, 0.0] mm and its direction [0.0, 1.0"), losses.toString());
		assertTrue(losses.get(1).contains("were rounded, by up to 1.49"), losses.toString());
	}

	@Test
	void writesAMaskOnItsWholeGrid() {
		final Geometry grid = Geometry.axisAligned(new long[] { 3, 2, 2 }, new double[] { 1, 1, 1 });
		TiffWriter.write(Mask.of("m", grid, new BoundingBox(1, 1, 1, 2, 1, 1), new byte[] { 1, 1 }), folder.resolve("m.tif"));
		final Volume read = new TiffFormat().read(folder.resolve("m.tif"), Progress.NONE);
		assertEquals(VoxelType.UINT8, read.type());
		assertArrayEquals(new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1 }, VoxelArrays.doubles(read));
	}
}
