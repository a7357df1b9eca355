package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.LUT;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.TiffWriter;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiffFormatTest {

	private static final ImageFiles FILES = ImageFiles.with(new TiffFormat());

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "8-bit,UINT8,3", "16-bit,INT32,3", "32-bit,FLOAT32,3", "8-bit,UINT8,1", "16-bit,INT32,1" })
	void readsWhatImageJSaved(final String kind, final VoxelType type, final int depth) throws IOException {
		final Path file = save(kind, depth, i -> {
			if (type == VoxelType.INT32) i.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] { -1024, 1 },
				"HU");
		});
		final Volume volume = FILES.read(file, Progress.NONE);
		assertEquals(type, volume.type());
		assertEquals("ct.tif", volume.info().name());
		assertEquals(type == VoxelType.INT32 ? "HU" : "", volume.info().valueUnit());
		assertArrayEquals(new long[] { 7, 5, depth }, volume.geometry().size());
		// ImageJ writes 1 / width with 6 decimals into the file: 1 / 0.8 is whole in them, 1 / 0.7 isn't.
		assertEquals(0.8, volume.geometry().spacing(1));
		assertEquals(0.7, volume.geometry().spacing(0), 0.7 * 1e-6);
		if (depth > 1) assertEquals(2.5, volume.geometry().spacing(2));
		final double offset = type == VoxelType.INT32 ? -1024 : 0;
		assertEquals(image(kind, depth).getStack().getVoxel(6, 4, depth - 1) + offset, volume.voxels().getAt(6, 4, depth - 1)
			.getRealDouble());
	}

	@Test
	void keepsSignedValues() throws IOException {
		final Path file = save("16-bit", 2, i -> i.getCalibration().setSigned16BitCalibration());
		final Volume volume = FILES.read(file, Progress.NONE);
		assertEquals(VoxelType.INT16, volume.type());
		assertEquals(image("16-bit", 2).getStack().getVoxel(3, 2, 1) - 32768, volume.voxels().getAt(3, 2, 1).getRealDouble());
	}

	@Test
	void readsALabelWhateverTheColours() throws IOException {
		final byte[] ramp = new byte[256];
		for (int i = 0; i < ramp.length; i++)
			ramp[i] = (byte) (i * 37);
		final Path file = save("8-bit", 3, i -> {
			i.setLut(new LUT(ramp, new byte[256], ramp));
			i.setTypeToColor256();
		});
		assertEquals(ImagePlus.COLOR_256, TiffFormat.open(file).getType());
		final double label = image("8-bit", 3).getStack().getVoxel(6, 4, 2);
		assertTrue(FILES.readMask(file, (int) label, Progress.NONE).contains(6, 4, 2));
	}

	@Test
	void refusesWhatHasNoVoxelSize() throws IOException {
		assertTrue(refusal(save("16-bit", 3, i -> i.getCalibration().setUnit("pixel"))).contains("in 'pixel'"));
		assertTrue(refusal(save("16-bit", 3, i -> i.getCalibration().setUnit("inch"))).contains("in 'inch'"));
		final byte[] bytes = Files.readAllBytes(save("16-bit", 3, i -> {}));
		final int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("ImageJ=");
		bytes[at] = 'X';
		assertTrue(refusal(Files.write(folder.resolve("plain.tif"), bytes)).contains(
			"plain.tif' wasn't saved by ImageJ and doesn't tell its voxel size"));
	}

	@Test
	void refusesColoursChannelsAndTimePoints() throws IOException {
		assertTrue(refusal(save("RGB", 2, i -> {})).contains("colour (RGB)"));
		assertTrue(refusal(save("16-bit", 3, i -> i.setDimensions(3, 1, 1))).contains("has 3 channels"));
		assertTrue(refusal(save("16-bit", 3, i -> i.setDimensions(1, 1, 3))).contains("has 3 time points"));
	}

	/** A header that points in a circle, or promises more than there is, is refused before ImageJ decodes anything. */
	@Test
	void looksAtTheDirectoriesFirst() throws IOException {
		final Path good = folder.resolve("good.tif");
		TiffWriter.write(VoxelArrays.volume(new double[8], Geometry.axisAligned(new long[] { 2, 2, 2 }, new double[] { 1, 1, 1 }),
			VoxelType.UINT8, ImageInfo.of("a", "")), good);
		final byte[] bytes = Files.readAllBytes(good);
		final int next = 8 + 2 + 15 * 12;
		final Object[][] changes = { { next, 8, "leads back to one before it" }, { next, 1 << 30, "is truncated: it has" }, {
			8 + 2 + 12 + 8, 1 << 30, "impossible sizes" }, { 8 + 2 + 12 + 8, 1 << 20, "truncated or damaged: its images need" }, {
				8 + 2 + 6 * 12 + 4, 1 << 30, "has a tag 270 of 1073741824 bytes" } };
		for (final Object[] change : changes) {
			final byte[] bad = bytes.clone();
			ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putInt((int) change[0], (int) change[1]);
			if (change[2].equals("impossible sizes")) ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 24 + 8, 1 <<
				30);
			final Path file = Files.write(folder.resolve("bad.tif"), bad);
			final String message = assertThrows(InputException.class, () -> new TiffFormat().read(file, Progress.NONE)).getMessage();
			assertTrue(message.contains((String) change[2]) && message.contains("bad.tif"), message);
		}
		bytes[2] = 43;
		final Path big = Files.write(folder.resolve("big.tif"), bytes);
		assertTrue(assertThrows(InputException.class, () -> new TiffFormat().read(big, Progress.NONE)).getMessage().contains(
			"it is a BigTIFF"));
	}

	@Test
	void refusesDamage() throws IOException {
		final byte[] bytes = Files.readAllBytes(save("16-bit", 60, i -> {}));
		final String cut = refusal(Files.write(folder.resolve("cut.tif"), Arrays.copyOf(bytes, 2000)));
		assertTrue(cut.contains("cut.tif' is truncated: it has 2000 of "), cut);
		assertTrue(refusal(Files.write(folder.resolve("head.tif"), Arrays.copyOf(bytes, 30))).contains("head.tif"));
		assertTrue(refusal(Files.writeString(folder.resolve("text.tif"), "Dear Sir")).contains("it has no TIFF header"));
		assertTrue(refusal(Files.write(folder.resolve("big.tif"), new byte[] { 'I', 'I', 43, 0, 8, 0, 0, 0 })).contains(
			"BigTIFF"));
	}

	@Test
	void knowsATiffByContentOrName() throws IOException {
		final Path file = save("16-bit", 2, i -> {});
		final byte[] head = Arrays.copyOf(Files.readAllBytes(file), 100);
		assertTrue(new TiffFormat().accepts(folder.resolve("x.dat"), head));
		assertTrue(new TiffFormat().accepts(folder.resolve("x.TIF"), new byte[0]));
		assertFalse(new TiffFormat().accepts(folder.resolve("x.dat"), new byte[] { 'I', 'I', 0, 42 }));
		assertFalse(new TiffFormat().accepts(folder, new byte[0]));
	}

	private Path save(final String kind, final int depth, final Consumer<ImagePlus> edit) {
		final ImagePlus image = image(kind, depth);
		edit.accept(image);
		final Path file = folder.resolve("ct.tif");
		final FileSaver saver = new FileSaver(image);
		assertTrue(depth > 1 ? saver.saveAsTiffStack(file.toString()) : saver.saveAsTiff(file.toString()));
		return file;
	}

	private static ImagePlus image(final String kind, final int depth) {
		final ImagePlus image = IJ.createImage("saved under another title", kind + " black", 7, 5, depth);
		for (int z = 0; z < depth; z++)
			for (int y = 0; y < 5; y++)
				for (int x = 0; x < 7; x++)
					image.getStack().setVoxel(x, y, z, 1 + x * 3 + y * 31 + z * 40);
		final Calibration c = image.getCalibration();
		c.setUnit("mm");
		c.pixelWidth = 0.7;
		c.pixelHeight = 0.8;
		c.pixelDepth = 2.5;
		return image;
	}

	private static String refusal(final Path file) {
		return assertThrows(InputException.class, () -> FILES.read(file, Progress.NONE)).getMessage();
	}
}
