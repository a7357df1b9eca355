package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiEncoder;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoiFilesTest {

	private static final Geometry GRID = Geometry.axisAligned(new long[] { 60, 50, 7 }, new double[] { 1, 1, 1 });

	@TempDir
	private Path folder;

	@Test
	void readsWhatImageJWrote() throws IOException {
		final Roi hole = new ShapeRoi(new OvalRoi(8, 8, 30, 28)).not(new ShapeRoi(new OvalRoi(15, 14, 9, 10)));
		final Roi free = new PolygonRoi(new float[] { 4.5f, 40.25f, 20.75f }, new float[] { 3.5f, 8.125f, 44.5f },
			Roi.FREEROI);
		final List<Roi> drawn = List.of(hole, free, new OvalRoi(5, 5, 9, 9));
		final Map<String, byte[]> entries = new LinkedHashMap<>();
		for (int i = 0; i < drawn.size(); i++) {
			drawn.get(i).setPosition(2 * i + 1);
			drawn.get(i).setName("part " + i);
			entries.put("part " + i + ".roi", RoiEncoder.saveAsByteArray(drawn.get(i)));
		}
		final Path zip = zip("rois.zip", entries);
		assertEquals(List.of("part 0", "part 1", "part 2"), RoiFiles.read(zip).stream().map(Roi::getName).toList());
		final Mask mask = RoiFiles.readMask(zip, GRID).mask();
		assertEquals(RoiMasks.of(drawn, GRID).mask(), mask);
		assertEquals("part 0 and 2 more", mask.name());
		final Path single = Files.write(folder.resolve("part 1.roi"), entries.get("part 1.roi"));
		assertEquals(RoiMasks.of(List.of(free), GRID).mask(), RoiFiles.readMask(single, GRID).mask());
	}

	@Test
	void takesTheSliceFromTheEntryIfTheRoiHasNone() throws IOException {
		final byte[] roi = RoiEncoder.saveAsByteArray(new Roi(5, 5, 3, 3));
		final Path zip = zip("rois.zip", Map.of("0004-0006-0006.roi", roi));
		assertEquals(3, RoiFiles.readMask(zip, GRID).mask().box().z0());
		final Path none = zip("none.zip", Map.of("lesion.roi", roi));
		assertTrue(refusal(() -> RoiFiles.readMask(none, GRID)).contains("none.zip': ROI 'lesion' lies on no slice"));
	}

	@Test
	void skipsWhatIsNoRoiInAnArchive() throws IOException {
		final Map<String, byte[]> entries = new LinkedHashMap<>();
		entries.put("__MACOSX/._a.roi", new byte[] { 1, 2, 3 });
		entries.put("readme.txt", new byte[] { 65 });
		entries.put("set/a.roi", RoiEncoder.saveAsByteArray(new Roi(5, 5, 3, 3)));
		assertEquals(List.of("a"), RoiFiles.read(zip("rois.zip", entries)).stream().map(Roi::getName).toList());
	}

	@Test
	void survivesRandomDamage() throws IOException {
		final Roi hole = new ShapeRoi(new OvalRoi(8, 8, 30, 28)).not(new ShapeRoi(new OvalRoi(15, 14, 9, 10)));
		hole.setPosition(3);
		final byte[] composite = RoiEncoder.saveAsByteArray(hole);
		final byte[] zip = Files.readAllBytes(zip("rois.zip", Map.of("a.roi", composite)));
		final Random random = new Random(11);
		for (int trial = 0; trial < 400; trial++) {
			final byte[] damaged = (trial % 2 == 0 ? composite : zip).clone();
			for (int i = 0; i < 3; i++)
				damaged[random.nextInt(Math.min(damaged.length, 80))] = (byte) random.nextInt();
			final Path file = Files.write(folder.resolve("damaged"), damaged);
			try {
				assertTrue(RoiFiles.readMask(file, GRID).mask().voxelCount() > 0);
			}
			catch (final InputException e) {
				assertFalse(e.getMessage().isBlank());
			}
		}
	}

	@Test
	void warnsWithTheFile() throws IOException {
		final Roi roi = new Roi(55, 5, 10, 10);
		roi.setPosition(1);
		final Path file = Files.write(folder.resolve("edge.roi"), RoiEncoder.saveAsByteArray(roi));
		assertEquals(List.of("edge.roi: ROI 'edge' on slice 1 reaches out of the image: 50 of its 100 pixels are left out."),
			RoiFiles.readMask(file, GRID).warnings());
	}

	@Test
	void saysWhatIsWrongWithAFile() throws IOException {
		assertTrue(refusal("gone.zip", null).contains("There is no file"));
		assertTrue(refusal("empty.roi", new byte[0]).contains("is empty (0 bytes)"));
		assertTrue(refusal("text.roi", "Dear Sir".getBytes()).contains("neither an ImageJ ROI (.roi) nor a set of them (.zip)"));
		final byte[] polygon = RoiEncoder.saveAsByteArray(new PolygonRoi(new int[] { 1, 30, 9 }, new int[] { 1, 9, 30 }, 3,
			Roi.POLYGON));
		for (final int length : new int[] { 5, 20, 60, 66 })
			assertTrue(refusal("short.roi", Arrays.copyOf(polygon, length)).contains("ROI 'short' is damaged or truncated"),
				length + " bytes");
		final Path letters = zip("letters.zip", Map.of("a.txt", new byte[] { 65 }));
		assertTrue(refusal(() -> RoiFiles.read(letters)).contains("holds no ROI: no entry ends in .roi"));
		final byte[] whole = Files.readAllBytes(zip("rois.zip", Map.of("a.roi", polygon, "b.roi", polygon)));
		assertTrue(refusal("cut.zip", Arrays.copyOf(whole, 60)).contains("damaged or truncated"));
		assertTrue(refusal(() -> RoiFiles.read(folder)).contains("is a folder"));
	}

	private Path zip(final String name, final Map<String, byte[]> entries) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		return Files.write(folder.resolve(name), bytes.toByteArray());
	}

	private String refusal(final String name, final byte[] content) throws IOException {
		final Path file = folder.resolve(name);
		if (content != null) Files.write(file, content);
		final String message = refusal(() -> RoiFiles.read(file));
		assertTrue(message.contains(name), message);
		return message;
	}

	private static String refusal(final Runnable work) {
		return assertThrows(InputException.class, work::run).getMessage();
	}
}
