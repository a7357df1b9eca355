package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Mutations;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cohort.CaseTable;
import io.github.radiomicsnomogram.cohort.LabelChoice;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.MetaWriter;
import io.github.radiomicsnomogram.io.NiftiWriter;
import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.io.RoiSets;
import io.github.radiomicsnomogram.io.TiffWriter;
import io.github.radiomicsnomogram.io.dicom.RoiChoice;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.study.StudyFile;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files come from strangers: whatever is in them, they are read or refused with their name. No other exception, no
 * endless work, no memory beyond what the file may hold.
 */
class FormatFuzzTest {

	/** More with -Dformats.fuzz=N. */
	private static final int ROUNDS = Integer.getInteger("formats.fuzz", 120);

	private static final Volume IMAGE = VoxelArrays.volume(new double[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
		17, 18, 19, 20, 21, 22, 23 }, new Geometry(new long[] { 4, 3, 2 }, new double[] { 0.5, 0.5, 2 }, new double[] { 1, 2, 3 },
			new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 }), VoxelType.INT16, ImageInfo.of("ct", "HU"));

	@TempDir
	private Path folder;

	/** Reads a file; what it gives doesn't matter. */
	@FunctionalInterface
	private interface Reader {

		void read(Path file) throws IOException;
	}

	private void fuzz(final String name, final byte[] good, final int lines, final Reader reader) throws IOException {
		final Random random = new Random(name.hashCode());
		final Path file = folder.resolve(name);
		int read = 0, refused = 0;
		for (int i = 0; i < ROUNDS; i++) {
			final boolean asText = lines > 0 && i % 2 == 1;
			Files.write(file, i == 0 ? good : asText ? Mutations.text(good, lines, random) : Mutations.bytes(good, 0, random));
			try {
				reader.read(file);
				read++;
			}
			catch (final InputException e) {
				assertTrue(e.getMessage().contains(name), "round " + i + ": " + e.getMessage());
				assertTrue(i > 0, e.getMessage());
				refused++;
			}
			catch (final Exception | StackOverflowError | OutOfMemoryError e) {
				throw new AssertionError(name + ", round " + i, e);
			}
		}
		assertEquals(ROUNDS, read + refused);
		assertTrue(refused > 0, name);
	}

	private void fuzzImage(final String name, final byte[] good, final int lines) throws IOException {
		fuzz(name, good, lines, file -> {
			final Volume volume = ImageFiles.with(new TiffFormat()).readChannel(file, 0, Progress.NONE);
			VoxelArrays.doubles(volume);
		});
	}

	private static byte[] packed(final byte[] data, final boolean gzip) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream packing = gzip ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
			packing.write(data);
		}
		return out.toByteArray();
	}

	@ParameterizedTest
	@ValueSource(strings = { "raw", "gzip", "text", "hex", "seg" })
	void nrrd(final String encoding) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final boolean seg = encoding.equals("seg");
		out.writeBytes(("NRRD0005\ntype: uint8\ndimension: 4\nspace: LPS\nsizes: 1 4 3 2\nspace directions: none (0.5,0,0) " +
			"(0,0.5,0) (0,0,2)\nkinds: list domain domain domain\nencoding: " + (seg ? "raw" : encoding) +
			"\nspace origin: (1,2,3)\nspace units: \"mm\" \"mm\" \"mm\"\n0008|0060:=CT\n" + (seg
				? "Segment0_Name:=a\nSegment0_LabelValue:=3\nSegment0_Layer:=0\nSegment1_Name:=b\nSegment1_LabelValue:=7\n" : "") +
			"\n").getBytes(StandardCharsets.ISO_8859_1));
		final byte[] voxels = new byte[24];
		for (int i = 0; i < 24; i++)
			voxels[i] = (byte) (seg ? i % 8 : 48 + i % 8);
		out.writeBytes(switch (encoding) {
			case "gzip" -> packed(voxels, true);
			case "text" -> "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24".getBytes(StandardCharsets.ISO_8859_1);
			case "hex" -> "000102030405060708090a0b0c0d0e0f1011121314151617".getBytes(StandardCharsets.ISO_8859_1);
			default -> voxels;
		});
		fuzzImage(encoding + ".nrrd", out.toByteArray(), 10);
		if (seg) fuzz("a.seg.nrrd", out.toByteArray(), 16, file -> {
			RoiSets.accepts(file);
			RoiSets.read(file).mask(RoiChoice.name("b"), IMAGE, Progress.NONE);
		});
	}

	@Test
	void detachedNrrd() throws IOException {
		Files.write(folder.resolve("a1.raw"), new byte[12]);
		Files.write(folder.resolve("a2.raw"), new byte[12]);
		final String header = "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 4 3 2\nspacings: 1 1 1\nencoding: raw\n";
		fuzzImage("list.nhdr", (header + "data file: LIST\na1.raw\na2.raw\n").getBytes(StandardCharsets.ISO_8859_1), 10);
		fuzzImage("format.nhdr", (header + "line skip: 0\nbyte skip: 0\ndata file: a%d.raw 1 2 1\n").getBytes(
			StandardCharsets.ISO_8859_1), 10);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.nii", "a.nii.gz" })
	void nifti(final String name) throws IOException {
		NiftiWriter.write(IMAGE, folder.resolve("good.nii"));
		final byte[] plain = Files.readAllBytes(folder.resolve("good.nii"));
		if (name.endsWith("gz")) {
			fuzzImage(name, packed(plain, true), 0);
			fuzz("b" + name, plain, 0, file -> {
				Files.write(file, packed(Files.readAllBytes(file), true));
				new ImageFiles(ImageFiles.with().formats()).read(file, Progress.NONE);
			});
		}
		else fuzzImage(name, plain, 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "raw", "packed", "list" })
	void metaImage(final String kind) throws IOException {
		MetaWriter.write(IMAGE, folder.resolve("good.mha"));
		final byte[] good = Files.readAllBytes(folder.resolve("good.mha"));
		final String header = new String(good, 0, good.length - 48, StandardCharsets.ISO_8859_1);
		Files.write(folder.resolve("m1.raw"), new byte[24]);
		Files.write(folder.resolve("m2.raw"), new byte[24]);
		if (kind.equals("raw")) fuzzImage("raw.mha", good, 12);
		else if (kind.equals("list")) fuzzImage("list.mhd", header.replace("LOCAL", "LIST\nm1.raw\nm2.raw").getBytes(
			StandardCharsets.ISO_8859_1), 14);
		else {
			final ByteArrayOutputStream out = new ByteArrayOutputStream();
			out.writeBytes(header.replace("CompressedData = False", "CompressedData = True").getBytes(StandardCharsets.ISO_8859_1));
			out.writeBytes(packed(new byte[48], false));
			fuzzImage("packed.mha", out.toByteArray(), 12);
		}
	}

	@Test
	void tiff() throws IOException {
		TiffWriter.write(IMAGE, folder.resolve("good.tif"));
		fuzzImage("own.tif", Files.readAllBytes(folder.resolve("good.tif")), 0);
		final ImagePlus image = IJ.createImage("stack", "16-bit ramp", 8, 6, 3);
		image.getCalibration().setUnit("mm");
		image.setProperty("Info", "Modality: CT\nKVP: 120\n");
		image.getStack().setSliceLabel("one", 1);
		image.getStack().setSliceLabel("two", 2);
		image.setOverlay(new Roi(1, 1, 2, 2), null, 0, null);
		assertTrue(new FileSaver(image).saveAsTiffStack(folder.resolve("ij.tif").toString()));
		fuzzImage("imagej.tif", Files.readAllBytes(folder.resolve("ij.tif")), 0);
	}

	@Test
	void drawnRois() throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			int i = 0;
			for (final Roi roi : new Roi[] { new Roi(1, 0, 2, 2), new OvalRoi(0, 0, 3, 3), new PolygonRoi(new float[] { 0, 3, 1 },
				new float[] { 0, 1, 2 }, Roi.POLYGON) })
			{
				roi.setPosition(1 + i % 2);
				final ZipEntry entry = new ZipEntry("000" + (1 + i % 2) + "-0001-" + i++ + ".roi");
				// Else the file, and with it its mutations, would depend on the clock.
				entry.setTime(0);
				zip.putNextEntry(entry);
				zip.write(RoiEncoder.saveAsByteArray(roi));
				zip.closeEntry();
			}
		}
		fuzz("set.zip", out.toByteArray(), 0, file -> RoiFiles.readMask(file, IMAGE));
		final Roi roi = new PolygonRoi(new float[] { 0, 3, 1 }, new float[] { 0, 1, 2 }, Roi.POLYGON);
		roi.setPosition(1);
		fuzz("one.roi", RoiEncoder.saveAsByteArray(roi), 0, file -> RoiFiles.readMask(file, IMAGE));
	}

	@Test
	void tables() throws IOException {
		fuzz("table.csv", "Image,Mask,\"a,b\"\nx,y,1\n\"q\"\"r\",,2\n".getBytes(StandardCharsets.UTF_8), 3, CsvTable::read);
		fuzz("cases.csv", "Image,Mask,Label\na.nrrd,b.nrrd,1\nc.nrrd,d.nrrd,2\n".getBytes(StandardCharsets.UTF_8), 3, file -> CaseTable
			.read(file, LabelChoice.DEFAULT));
	}

	@Test
	void parametersModelsAndStudies() throws IOException {
		fuzz("params.yaml", ("imageType:\n  Original: {}\n  LoG:\n    sigma: [1.0, 2.0]\nfeatureClass:\n  firstorder:\n  glcm: [Contrast]\n" +
			"setting:\n  binWidth: 25\n  resampledPixelSpacing: [1, 1, 1]\n  interpolator: sitkBSpline\n").getBytes(
				StandardCharsets.UTF_8), 12, ParameterFile::read);
		try (var in = ModelFiles.class.getResourceAsStream("/io/github/radiomicsnomogram/models/zhang-2021.yaml")) {
			fuzz("model.yaml", in.readAllBytes(), 200, ModelFiles::read);
		}
		fuzz("study.yaml", StudyFile.builtIn("zhang-2021").text().getBytes(StandardCharsets.UTF_8), 300, StudyFile::read);
	}
}
