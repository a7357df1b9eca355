package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePlusVolumesTest {

	private static final int WIDTH = 5, HEIGHT = 4, DEPTH = 3;

	@ParameterizedTest
	@CsvSource({ "8-bit,0,1,UINT8", "16-bit,0,1,UINT16", "16-bit,-1024,1,INT32", "16-bit,-32768,1,INT16",
		"8-bit,-1000,4,INT16", "16-bit,0.5,1,FLOAT32", "16-bit,-1000,0.1,FLOAT64", "8-bit,10,0.5,FLOAT32" })
	void givesTheValuesThatImageJMeasures(final String kind, final double intercept, final double slope,
		final VoxelType type)
	{
		final ImagePlus image = image(kind);
		if (intercept != 0 || slope != 1) image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {
			intercept, slope }, "HU");
		final Volume volume = ImagePlusVolumes.of(image);
		assertEquals(type, volume.type());
		final RandomAccess<? extends RealType<?>> at = volume.voxels().randomAccess();
		for (int z = 0; z < DEPTH; z++) {
			image.setSlice(z + 1);
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++) {
					at.setPosition(new long[] { x, y, z });
					// ImageJ keeps its table in single precision, half a unit in the 24th bit.
					final double shown = image.getProcessor().getPixelValue(x, y);
					assertEquals(shown, at.get().getRealDouble(), type == VoxelType.FLOAT64 ? Math.abs(shown) * 6e-8 : 0);
				}
		}
	}

	@Test
	void takes32BitValuesAsTheyAre() {
		final ImagePlus image = image("32-bit");
		final Volume volume = ImagePlusVolumes.of(image);
		assertEquals(VoxelType.FLOAT32, volume.type());
		assertEquals(image.getStack().getVoxel(4, 3, 2), volume.voxels().getAt(4, 3, 2).getRealDouble());
	}

	@Test
	void appliesACalibrationTable() {
		final ImagePlus image = image("8-bit");
		final float[] table = new float[256];
		for (int i = 0; i < 256; i++)
			table[i] = i * i;
		image.getCalibration().setCTable(table, "odd");
		final Volume volume = ImagePlusVolumes.of(image);
		assertEquals(VoxelType.UINT16, volume.type());
		assertEquals("odd", volume.info().valueUnit());
		final double stored = image.getStack().getVoxel(2, 1, 1);
		assertEquals(stored * stored, volume.voxels().getAt(2, 1, 1).getRealDouble());
	}

	@Test
	void usesASliceOfTheStackItself() {
		final ImagePlus image = image("16-bit");
		final Volume volume = ImagePlusVolumes.of(image);
		assertEquals(image.getStack().getVoxel(1, 2, 1), volume.voxels().getAt(1, 2, 1).getRealDouble());
		((short[]) image.getStack().getPixels(2))[2 * WIDTH + 1] = 4711;
		assertEquals(4711, volume.voxels().getAt(1, 2, 1).getRealDouble(), "a view, no copy");
	}

	@Test
	void readsOnlyTheSlicesOfTheRoiFromAVirtualStack() {
		final Set<Integer> read = new TreeSet<>();
		final ImageStack stack = new VirtualStack(WIDTH, HEIGHT, 100) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				read.add(n);
				return new ShortProcessor(WIDTH, HEIGHT, filled(n), null);
			}

			@Override
			public Object getPixels(final int n) {
				return getProcessor(n).getPixels();
			}
		};
		((VirtualStack) stack).setBitDepth(16);
		final Volume volume = ImagePlusVolumes.of(calibrated(new ImagePlus("virtual", stack)));
		read.clear();
		final Geometry grid = Geometry.axisAligned(new long[] { WIDTH, HEIGHT, 100 }, new double[] { 0.7, 0.8, 2.5 });
		final Mask mask = Mask.of("m", grid, new BoundingBox(1, 1, 40, 2, 1, 42), new byte[] { 1, 1, 1, 1, 1, 1 });
		assertArrayEquals(new double[] { 41, 41, 42, 42, 43, 43 }, new RoiVoxels(volume, mask).values());
		assertEquals(Set.of(41, 42, 43), read);
	}

	private static short[] filled(final int value) {
		final short[] pixels = new short[WIDTH * HEIGHT];
		Arrays.fill(pixels, (short) value);
		return pixels;
	}

	@ParameterizedTest
	@CsvSource({ "mm,1", "cm,10", "m,1000", "um,0.001", "\u00b5m,0.001", "\u03bcm,0.001", "micron,0.001", "microns,0.001",
		"nm,0.000001", "millimeter,1", "MM,1" })
	void convertsUnitsToMillimetres(final String unit, final double factor) {
		final ImagePlus image = image("16-bit");
		image.getCalibration().setUnit(unit);
		final Geometry g = ImagePlusVolumes.of(image).geometry();
		assertArrayEquals(new double[] { 0.7 * factor, 0.8 * factor, 2.5 * factor }, g.spacing());
		assertArrayEquals(new double[3], g.origin());
	}

	@Test
	void refusesUnknownVoxelSizes() {
		for (final String unit : new String[] { "pixel", "pixels", "inch", "inches", "furlong" })
			assertTrue(refusal(i -> i.getCalibration().setUnit(unit)).startsWith("Image 'ct' has its voxel size in '" + unit +
				"' (Pixel width 0.7): its size in mm is unknown. Set unit of length mm and the voxel size in " +
				"Image > Properties..."), unit);
		assertTrue(refusal(i -> i.getCalibration().setUnit("")).contains("in 'pixel'"));
		assertTrue(refusal(i -> i.getCalibration().setZUnit("sec")).contains("in 'sec' (Voxel depth 2.5)"));
		assertTrue(refusal(i -> i.getCalibration().pixelDepth = 0).startsWith(
			"Image 'ct' has Voxel depth 0.0 mm: it must be a positive number. Set it in Image > Properties..."));
		assertTrue(refusal(i -> i.getCalibration().pixelWidth = Double.NaN).contains("Pixel width NaN mm"));
		assertTrue(refusal(i -> i.getCalibration().pixelHeight = -1).contains("Pixel height -1.0 mm"));
	}

	@Test
	void refusesColoursChannelsAndTimePoints() {
		assertTrue(refusal(calibrated(IJ.createImage("rgb", "RGB", 4, 4, 2))).contains("is a colour (RGB) image"));
		assertTrue(refusal(i -> i.setDimensions(3, 1, 1)).contains("has 3 channels"));
		final String time = refusal(i -> i.setDimensions(1, 1, 3));
		assertTrue(time.contains("has 3 time points") && time.contains("if they are slices"), time);
	}

	@Test
	void findsUnitAndTags() {
		final ImagePlus image = image("16-bit");
		assertEquals("", ImagePlusVolumes.of(image).info().valueUnit());
		image.setProperty("Info", "0008,0060  Modality: CT\n0008,103E  Series Description: Thorax  1.0\n" +
			"0018,0010  Contrast/Bolus Agent: \n0018,0050  Slice Thickness: 2.5 \n0018,0060  kVp: 120\n" +
			"0018,0060 KVP = 80\n0099,0001  Private: x\nsomething else\n");
		final Volume volume = ImagePlusVolumes.of(image);
		assertEquals("HU", volume.info().valueUnit());
		assertEquals(Set.of("Modality", "SeriesDescription", "SliceThickness", "KVP"), volume.info().tags().keySet());
		assertEquals("120", volume.info().tag("KVP").orElseThrow());
		assertEquals("Thorax  1.0", volume.info().tag("SeriesDescription").orElseThrow());
		final ImagePlus series = image("16-bit");
		series.getStack().setSliceLabel("slice1\n0008,0060  Modality: MR\n", 1);
		assertEquals("MR", ImagePlusVolumes.of(series).info().tag("Modality").orElseThrow());
		series.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -1024, 1 }, "Hounsfield Unit");
		assertEquals("HU", ImagePlusVolumes.of(series).info().valueUnit());
	}

	@Test
	void warnsOfHounsfieldUnitsThatCantBe() {
		final ImagePlus image = image("16-bit");
		for (int z = 0; z < DEPTH; z++)
			Arrays.fill((short[]) image.getStack().getPixels(z + 1), (short) 24);
		image.getStack().setVoxel(1, 1, 1, 3000);
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -1024, 1 }, "HU");
		assertEquals(List.of(), ImagePlusVolumes.of(image).info().warnings());
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { 0, 1 }, "HU");
		final List<String> warnings = ImagePlusVolumes.of(image).info().warnings();
		assertEquals(1, warnings.size());
		assertTrue(warnings.get(0).startsWith("Values run from 24.0 to 3000.0 HU, but"), warnings.get(0));
	}

	@Test
	void readsASingleSlice() {
		final ImagePlus image = calibrated(IJ.createImage("one", "16-bit ramp", WIDTH, HEIGHT, 1));
		final Volume volume = ImagePlusVolumes.of(image);
		assertArrayEquals(new long[] { WIDTH, HEIGHT, 1 }, volume.geometry().size());
		assertEquals(image.getProcessor().get(3, 2), volume.voxels().getAt(3, 2, 0).getRealDouble());
	}

	private static ImagePlus image(final String kind) {
		final ImagePlus image = IJ.createImage("ct", kind + " black", WIDTH, HEIGHT, DEPTH);
		for (int z = 0; z < DEPTH; z++)
			for (int y = 0; y < HEIGHT; y++)
				for (int x = 0; x < WIDTH; x++)
					image.getStack().setVoxel(x, y, z, (x * 37 + y * 17 + z * 101) % 251 * (kind.equals("16-bit") ? 261.0 : 1) +
						(kind.equals("32-bit") ? 0.3 : 0));
		return calibrated(image);
	}

	private static ImagePlus calibrated(final ImagePlus image) {
		final Calibration c = image.getCalibration();
		c.setUnit("mm");
		c.pixelWidth = 0.7;
		c.pixelHeight = 0.8;
		c.pixelDepth = 2.5;
		return image;
	}

	private static String refusal(final Consumer<ImagePlus> edit) {
		final ImagePlus image = image("16-bit");
		edit.accept(image);
		return refusal(image);
	}

	private static String refusal(final ImagePlus image) {
		return assertThrows(InputException.class, () -> ImagePlusVolumes.of(image)).getMessage();
	}
}
