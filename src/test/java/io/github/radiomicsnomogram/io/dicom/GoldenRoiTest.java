package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reference case with a segmentation or structure set has the outcome that its case.json names. */
class GoldenRoiTest {

	/** What a warning or refusal must say. */
	private static final Map<String, String> WORDS = Map.of("frame_of_reference_mismatch",
		"FrameOfReferenceUID (0020,0052)", "grid_mismatch", "not on the image's grid: its pixel spacing is 1.953125",
		"contour_not_planar", "not planar", "contour_off_slice", "off the slices", "contour_outside_image",
		"outside the image", "bad_contour_data", "NumberOfContourPoints (3006,0046) is wrong", "no_contours",
		"has no contours", "empty_mask", "empty");

	static Stream<String> cases() throws IOException {
		if (!Shared.isPresent()) return Stream.of("none");
		try (Stream<Path> folders = Files.list(Shared.path("golden/dicom"))) {
			return folders.map(f -> f.getFileName().toString()).filter(f -> f.matches("[st]\\d.*")).sorted().toList().stream();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void hasTheOutcomeOfItsCase(final String id) throws IOException {
		final Path folder = Shared.path("golden/dicom").resolve(id);
		final JsonObject json = json(folder);
		final Path file = folder.resolve(json.get("roi_file").getAsString());
		final Volume image = new DicomFormat().read(folder.resolve(json.get("image_dir").getAsString()), Progress.NONE);
		final DicomRois rois = DicomRois.read(file);
		assertTrue(DicomRois.accepts(file));
		final List<JsonObject> masks = objects(json, "masks");
		final List<String> warnings = new ArrayList<>();
		switch (id) {
			case "s12_seg_other_frame", "s6b_seg_other_grid", "t12_rt_other_frame" -> {
				final String message = refusal(rois, 1, image);
				assertTrue(message.contains(file.toString()) && message.contains(words(json)), message);
			}
			case "t13_rt_not_planar" -> {
				final String message = refusal(rois, 1, image);
				assertTrue(message.contains("'tilted'") && message.contains(words(json)), message);
				warnings.addAll(compare(folder, masks.get(1), rois, image));
			}
			default -> {
				for (final JsonObject mask : masks)
					if (mask.get("voxels").getAsInt() > 0) warnings.addAll(compare(folder, mask, rois, image));
					else assertTrue(refusal(rois, number(mask), image).contains("empty"));
			}
		}
		checkRois(json, rois, image, file);
		final String said = String.join("\n", warnings);
		if (json.get("expect").getAsString().equals("warn")) assertTrue(said.contains(words(json)), said);
	}

	private static JsonObject json(final Path folder) throws IOException {
		return JsonParser.parseString(Files.readString(folder.resolve("case.json"))).getAsJsonObject();
	}

	private static String words(final JsonObject json) {
		return WORDS.get(json.get("error_kind").getAsString());
	}

	static List<JsonObject> objects(final JsonObject json, final String name) {
		return json.has(name) ? json.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject).toList() : List
			.of();
	}

	private static String refusal(final DicomRois rois, final int number, final Volume image) {
		return assertThrows(InputException.class, () -> rois.mask(RoiChoice.number(number), image, Progress.NONE))
			.getMessage();
	}

	static int number(final JsonObject mask) {
		for (final String key : List.of("roi_number", "segment_number", "number"))
			if (mask.has(key)) return mask.get(key).getAsInt();
		return 1;
	}

	/** The list of a structure set; and each ROI without voxels, or with errors, is refused by name. */
	private static void checkRois(final JsonObject json, final DicomRois rois, final Volume image, final Path file) {
		final List<JsonObject> expected = objects(json, "rois");
		for (int i = 0; i < expected.size(); i++) {
			final JsonObject e = expected.get(i);
			final DicomRoi roi = rois.rois().get(i);
			assertEquals(number(e), roi.number());
			assertEquals(e.get("name").getAsString().strip(), roi.name());
			if (e.has("contours") && !e.get("contours").isJsonNull()) assertEquals(e.get("contours").getAsInt(), roi.pieces());
			final boolean bad = e.has("expect") || e.has("error");
			if (!bad) continue;
			final String message = refusal(rois, roi.number(), image);
			assertTrue(message.contains(file.toString()) && message.contains("ROI " + roi.number() + " '" + roi.name() + "'"),
				message);
			assertTrue(message.contains(e.has("expect") ? words(e) : "no triples"), message);
		}
	}

	static List<String> compare(final Path folder, final JsonObject expected, final DicomRois rois,
		final Volume image)
	{
		final DicomMask found = rois.mask(RoiChoice.number(number(expected)), image, Progress.NONE);
		final boolean ties = folder.getFileName().toString().startsWith("t11");
		final Path free = folder.resolve("on_edge_roi" + number(expected) + ".nrrd");
		equal(folder.resolve(expected.get("file").getAsString()), ties ? free : null, found.mask());
		assertEquals(expected.get("name").getAsString().strip(), found.mask().name());
		// The triangle's ties are noise in floating point; all else fits, on the edges too.
		if (!ties || number(expected) < 6) assertEquals(expected.get("voxels").getAsLong(), found.mask().voxelCount());
		chooseByName(expected.get("name").getAsString().strip(), found.mask(), rois, image);
		return found.warnings();
	}

	private static void chooseByName(final String name, final Mask mask, final DicomRois rois, final Volume image) {
		final long same = rois.rois().stream().filter(r -> r.name().equals(name)).count();
		if (name.isEmpty() || same == 1) assertEquals(mask, rois.mask(RoiChoice.name(name), image, Progress.NONE).mask());
		else {
			final String message = assertThrows(InputException.class, () -> rois.mask(RoiChoice.name(name), image,
				Progress.NONE)).getMessage();
			for (final DicomRoi roi : rois.rois())
				assertTrue(message.contains(roi.describe()), message);
		}
	}

	/** All voxels, but for those that the reference leaves free. */
	private static void equal(final Path reference, final Path free, final Mask found) {
		final Volume expected = new NrrdFormat().read(reference, Progress.NONE);
		assertEquals("", expected.geometry().firstDifference(found.geometry(), 1e-6).orElse(""));
		final RandomAccess<? extends RealType<?>> e = expected.voxels().randomAccess();
		final RandomAccess<? extends RealType<?>> ignored = free == null ? null : new NrrdFormat().read(free, Progress.NONE)
			.voxels().randomAccess();
		int different = 0;
		for (int z = 0; z < found.geometry().size(2); z++)
			for (int y = 0; y < found.geometry().size(1); y++)
				for (int x = 0; x < found.geometry().size(0); x++) {
					if (ignored != null && ignored.setPositionAndGet(x, y, z).getRealDouble() != 0) continue;
					if (found.contains(x, y, z) != (e.setPositionAndGet(x, y, z).getRealDouble() != 0)) different++;
				}
		assertEquals(0, different);
	}

	@Test
	void readsTheRoisOfAMixedExport() throws IOException {
		final Path folder = Shared.path("golden/dicom/v_mixed_export");
		final Volume ct = new DicomFormat(SeriesChoice.parse("2.25.37781547472481981805003012270")).read(folder.resolve(
			"dicom"), Progress.NONE);
		int compared = 0;
		try (Stream<Path> files = Files.list(folder.resolve("dicom"))) {
			for (final Path file : files.sorted().toList()) {
				if (!DicomRois.accepts(file)) continue;
				final DicomRois rois = DicomRois.read(file);
				assertEquals(List.of(ct.info().tag("SeriesInstanceUID").orElseThrow()), rois.rois().get(0).series());
				for (final JsonObject mask : objects(json(folder), "masks"))
					if ((rois instanceof Seg) == mask.get("source").getAsString().equals("SEG")) {
						assertTrue(compare(folder, mask, rois, ct).isEmpty());
						compared++;
					}
			}
		}
		assertEquals(3, compared);
	}

	@Test
	void tilesAlongASharedEdge() {
		final Path folder = Shared.path("golden/dicom/t11_rt_edge_ties");
		final Volume image = new DicomFormat().read(folder.resolve("dicom/image"), Progress.NONE);
		final RtStruct rois = RtStruct.read(folder.resolve("dicom/RS.dcm"));
		final Mask left = rois.mask(RoiChoice.name("LEFT*"), image, Progress.NONE).mask();
		final Mask right = rois.mask(RoiChoice.name("right_hal?"), image, Progress.NONE).mask();
		for (int z = 0; z < image.geometry().size(2); z++)
			for (int y = 0; y < image.geometry().size(1); y++)
				for (int x = 0; x < image.geometry().size(0); x++)
					assertFalse(left.contains(x, y, z) && right.contains(x, y, z));
	}

	@Test
	void takesAnotherThreshold() {
		final Path folder = Shared.path("golden/dicom/s3_seg_fractional");
		final Volume image = new DicomFormat().read(folder.resolve("dicom/image"), Progress.NONE);
		final Volume fraction = new NrrdFormat().read(folder.resolve("fraction_1.nrrd"), Progress.NONE);
		for (final double threshold : new double[] { 0.1, 0.5, 0.75, 1 }) {
			final DicomMask mask = Seg.read(folder.resolve("dicom/SEG.dcm")).withThreshold(threshold).mask(RoiChoice.ONLY, image,
				Progress.NONE);
			assertTrue(mask.warnings().get(0).contains("fraction " + threshold + " or more"));
			long n = 0;
			// The reference's fractions are single precision.
			for (final RealType<?> f : net.imglib2.view.Views.flatIterable(fraction.voxels()))
				if (f.getRealDouble() >= threshold - 1e-6) n++;
			assertEquals(n, mask.mask().voxelCount());
		}
	}
}
