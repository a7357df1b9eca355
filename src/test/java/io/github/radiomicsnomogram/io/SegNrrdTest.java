package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.dicom.DicomMask;
import io.github.radiomicsnomogram.io.dicom.RoiChoice;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segmentations as 3D Slicer writes them. */
class SegNrrdTest {

	private static final Geometry IMAGE = new Geometry(new long[] { 5, 4, 3 }, new double[] { 0.5, 0.5, 2 }, new double[] { 10,
		-20, 30 }, new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 });

	/** 3 x 2 x 2 voxels from voxel (1, 1, 1) of the image on; labels 1 and 2. */
	private static final String SHARED = "type: unsigned char\ndimension: 3\nspace: left-posterior-superior\nsizes: 3 2 2\n" +
		"space directions: (0.5,0,0) (0,0.5,0) (0,0,2)\nkinds: domain domain domain\nencoding: raw\n" +
		"space origin: (10.5,-19.5,32)\nmeasurement frame: (1,0,0) (0,1,0) (0,0,1)\n";
	private static final String SEGMENTS = "Segment0_ID:=Segment_1\nSegment0_Name:=GTV primary\nSegment0_LabelValue:=1\n" +
		"Segment0_Layer:=0\nSegment0_Extent:=0 1 0 0 0 1\nSegment1_ID:=Segment_2\nSegment1_Name:=node 1\n" +
		"Segment1_LabelValue:=2\nSegment1_Layer:=0\nSegment1_Extent:=0 2 0 1 1 1\n" +
		"Segmentation_ReferenceImageExtentOffset:=1 1 1\n";
	private static final byte[] LABELS = { 1, 0, 0, 2, 0, 0, 1, 1, 0, 0, 0, 2 };

	@TempDir
	private Path folder;

	private static Optional<DicomMask> own(final Path file, final Geometry grid) {
		final Volume image = new Volume(ArrayImgs.unsignedBytes(grid.size()), grid, VoxelType.UINT8, ImageInfo.of("image", ""));
		return SegNrrd.read(file).own(RoiChoice.number(1), image, Progress.NONE);
	}

	@Test
	void findsSegmentsByNameAndPlacesThemInTheImage() throws IOException {
		final Path file = write(SHARED + SEGMENTS, LABELS);
		assertTrue(SegNrrd.accepts(file) && RoiSets.accepts(file));
		assertEquals(List.of("1: 'GTV primary', 2 slices", "2: 'node 1', 1 slice"), RoiSets.read(file).rois().stream().map(r -> r
			.describe()).toList());
		final DicomMask gtv = mask(file, "gtv*");
		assertEquals(Mask.of("", IMAGE, new BoundingBox(1, 1, 1, 2, 1, 2), new byte[] { 1, 0, 1, 1 }), gtv.mask());
		assertEquals(List.of(), gtv.warnings());
		assertEquals("node 1", mask(file, "2").mask().name());
		assertEquals(Mask.of("", IMAGE, new BoundingBox(1, 2, 1, 3, 2, 2), new byte[] { 1, 0, 0, 0, 0, 1 }), mask(file, "2")
			.mask());
		assertEquals(Optional.empty(), own(file, IMAGE));
		final Geometry other = new Geometry(IMAGE.size(), IMAGE.spacing(), new double[] { 10.1, -20, 30 }, IMAGE.direction());
		assertEquals(new Geometry(new long[] { 3, 2, 2 }, IMAGE.spacing(), new double[] { 10.5, -19.5, 32 }, IMAGE.direction()),
			own(file, other).orElseThrow().mask().geometry());
	}

	@Test
	void listsSegmentsWhereTheChoiceIsNotOne() throws IOException {
		final Path file = write(SHARED + SEGMENTS, LABELS);
		for (final String wanted : new String[] { "*", "nothing", "3" }) {
			final String message = assertThrows(InputException.class, () -> mask(file, wanted)).getMessage();
			assertTrue(message.contains("a.seg.nrrd") && message.contains("1: 'GTV primary'") && message.contains("2: 'node 1'"),
				message);
		}
	}

	@Test
	void readsSegmentsThatOverlapFromTheirLayers() throws IOException {
		final String layers = SHARED.replace("dimension: 3", "dimension: 4").replace("sizes: 3", "sizes: 2 3").replace(
			"space directions:", "space directions: none").replace("kinds:", "kinds: list");
		final byte[] two = new byte[24];
		for (int i = 0; i < 12; i++) {
			two[2 * i] = LABELS[i];
			two[2 * i + 1] = (byte) (i < 3 ? 1 : 0);
		}
		final String third = "Segment2_Name:=all\nSegment2_LabelValue:=1\nSegment2_Layer:=1\n";
		final Path file = write(layers + SEGMENTS + third, two);
		assertEquals(List.of(1, 2, 3), SegNrrd.read(file).rois().stream().map(r -> r.number()).toList());
		assertEquals(3, mask(file, "all").mask().voxelCount());
		assertEquals(3, mask(file, "GTV primary").mask().voxelCount());
		// Before Slicer 4.11 each segment was a layer and had no label value.
		final Path old = write(layers + "Segment0_Name:=a\nSegment1_Name:=b\n", two);
		assertEquals(3, mask(old, "b").mask().voxelCount());
		assertEquals(3, mask(old, "a").mask().voxelCount());
	}

	@Test
	void saysWhatLiesOutsideTheImage() throws IOException {
		final DicomMask cut = mask(write(SHARED.replace("(10.5,", "(9.5,") + SEGMENTS, LABELS), "node 1");
		assertEquals(1, cut.mask().voxelCount());
		assertEquals(List.of("segment 'node 1': 1 of its 2 voxels lie outside the image and were left out."), cut.warnings());
		final Path far = write(SHARED.replace("(10.5,", "(100,") + SEGMENTS, LABELS);
		assertTrue(assertThrows(InputException.class, () -> mask(far, "1")).getMessage().contains("all 3 voxels of segment"));
	}

	@Test
	void neverShiftsByAPartOfAVoxel() throws IOException {
		for (final String[] change : new String[][] { { "(10.5,", "(10.7,", "origin along x" }, { "(0,0,2)", "(0,0,3)",
			"size along x" }, { "(0.5,0,0) (0,0.5,0)", "(0,0.5,0) (0.5,0,0)", "size along x" } })
		{
			final Path file = write(SHARED.replace(change[0], change[1]) + SEGMENTS, LABELS);
			final String message = assertThrows(InputException.class, () -> mask(file, "1")).getMessage();
			assertTrue(message.contains("neither on the grid of the image 'ct' nor on a part of it") && message.contains(
				"--resample-mask"), message);
		}
	}

	@Test
	void refusesWhatIsEmptyOrDamaged() throws IOException {
		final Path empty = write(SHARED + SEGMENTS.replace("LabelValue:=2", "LabelValue:=7"), LABELS);
		assertTrue(assertThrows(InputException.class, () -> mask(empty, "node 1")).getMessage().contains(
			"segment 7: 'node 1', 1 slice is empty: no voxel of its layer 0 has its label value 7"));
		final Path bad = write(SHARED + SEGMENTS.replace("LabelValue:=2", "LabelValue:=two"), LABELS);
		assertTrue(assertThrows(InputException.class, () -> SegNrrd.read(bad)).getMessage().contains(
			"'two' in 'Segment1_LabelValue'"));
		final Path plain = write(SHARED, LABELS);
		assertFalse(SegNrrd.accepts(plain));
		assertTrue(assertThrows(InputException.class, () -> SegNrrd.read(plain)).getMessage().contains("lists no segments"));
		assertArrayEquals(new long[] { 3, 2, 2 }, new NrrdFormat().read(plain, Progress.NONE).geometry().size());
	}

	private static DicomMask mask(final Path file, final String wanted) {
		final Volume image = new Volume(ArrayImgs.bytes(IMAGE.size()), IMAGE, VoxelType.INT8, ImageInfo.of("ct", ""));
		return RoiSets.read(file).mask(RoiChoice.parse(wanted), image, Progress.NONE);
	}

	private Path write(final String header, final byte[] data) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(("NRRD0004\n" + header + "\n").getBytes(StandardCharsets.UTF_8));
		out.write(data);
		return Files.write(folder.resolve("a.seg.nrrd"), out.toByteArray());
	}
}
