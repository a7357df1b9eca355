package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reference case has the outcome that its case.json names. */
class GoldenDicomTest {

	/** Not supported: JPEG-LS and JPEG of 12 bits. Refused by name; nothing else that may be refused is. */
	private static final List<String> REFUSED = List.of("o2_jpegls", "o3_jpegls_near", "o8_jpeg_ext12",
		"u_MR_small_jpeg_ls_lossless");

	/** What a refusal must name, beside the broken file where there is one. */
	private static final Map<String, String> WORDS = Map.ofEntries( //
		Map.entry("unsupported_transfer_syntax", "transfer syntax 1.2.840.10008.1.2.4"), //
		Map.entry("non_uniform_spacing", "distance between slices"), Map.entry("sheared_grid", "gantry tilt"), //
		Map.entry("truncated_file", "truncated"), Map.entry("missing_pixel_data", "PixelData (7FE0,0010)"), //
		Map.entry("bad_length", "claims"), Map.entry("bad_pixel_length", "Rows x Columns x bytes"), //
		Map.entry("bad_matrix", "Rows (0028,0010) is 0"), Map.entry("mixed_size", "60 rows and 64 columns"), //
		Map.entry("mixed_spacing", "PixelSpacing (0028,0030)"), Map.entry("no_dicom_found", "no DICOM image"), //
		Map.entry("not_grayscale", "SamplesPerPixel (0028,0002) is 3"));

	static Stream<String> cases() throws IOException {
		if (!Shared.isPresent()) return Stream.of("none");
		try (Stream<Path> folders = Files.list(Shared.path("golden/dicom"))) {
			return folders.filter(f -> Files.exists(f.resolve("case.json"))).map(f -> f.getFileName().toString()).sorted()
				.toList().stream();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void hasTheOutcomeOfItsCase(final String id) throws IOException {
		final Path folder = Shared.path("golden/dicom").resolve(id);
		final JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("case.json"))).getAsJsonObject();
		final boolean withRoi = json.has("image_dir");
		final Path dicom = folder.resolve(withRoi ? json.get("image_dir").getAsString() : "dicom");
		switch (withRoi ? "load" : json.get("expect").getAsString()) {
			case "load", "load_suv_error" -> loads(folder, json, dicom);
			case "load_or_refuse" -> {
				if (REFUSED.contains(id)) refuses(json, dicom);
				else loads(folder, json, dicom);
			}
			case "warn" -> assertFalse(loads(folder, json, dicom).info().warnings().isEmpty());
			case "warn_or_error" -> warnsOrRefuses(folder, json, dicom);
			case "error" -> refuses(json, dicom);
			case "load_or_error" -> loadsOrRefuses(folder, json, dicom);
			case "choose_series" -> choose(folder, json, dicom);
			default -> fail("unknown outcome " + json.get("expect"));
		}
	}

	/** The whole image; read by planes it must be the same, to the last bit and word. */
	private static Volume read(final Path dicom, final SeriesChoice choice) {
		final Volume whole = new DicomFormat(choice).read(dicom, Progress.NONE);
		for (final Reach reach : List.of(Reach.ROI, Reach.SURROUNDINGS)) {
			final Volume planes = new DicomFormat(choice).open(dicom, reach, Progress.NONE);
			assertEquals(whole.geometry(), planes.geometry());
			assertEquals(whole.info(), planes.info());
			assertEquals(whole.type().isInteger(), planes.type().isInteger());
			if (reach == Reach.SURROUNDINGS) assertEquals(whole.type(), planes.type());
			assertArrayEquals(VoxelArrays.doubles(whole), VoxelArrays.doubles(planes));
		}
		return whole;
	}

	private static Volume loads(final Path folder, final JsonObject json, final Path dicom) {
		final Volume volume = read(dicom, SeriesChoice.ONLY);
		final List<JsonObject> images = images(json);
		if (!images.isEmpty()) compare(folder, json, images.get(0), volume);
		return volume;
	}

	private static void choose(final Path folder, final JsonObject json, final Path dicom) {
		final String message = assertThrows(InputException.class, () -> read(dicom, SeriesChoice.ONLY)).getMessage();
		final List<DicomSeries> offered = DicomSeries.list(dicom);
		assertEquals(images(json).size(), offered.size());
		for (final JsonObject image : images(json)) {
			final String uid = image.get("series_uid").getAsString();
			final DicomSeries one = offered.stream().filter(s -> s.uid().equals(uid)).findFirst().orElseThrow();
			for (final String words : List.of(uid, one.description(), one.number() + ": ", one.slices() + " slices"))
				assertTrue(message.contains(words), message);
			compare(folder, json, image, read(dicom, SeriesChoice.uid(uid)));
			compare(folder, json, image, read(dicom, SeriesChoice.number(one.number())));
			compare(folder, json, image, read(dicom, SeriesChoice.description(one.description())));
		}
	}

	private static void warnsOrRefuses(final Path folder, final JsonObject json, final Path dicom) throws IOException {
		try {
			final Volume volume = read(dicom, SeriesChoice.ONLY);
			final String warnings = String.join("\n", volume.info().warnings());
			assertFalse(warnings.isEmpty());
			if (json.has("bad_file")) assertTrue(warnings.contains(json.get("bad_file").getAsString()), warnings);
			if (!images(json).isEmpty()) compare(folder, json, images(json).get(0), volume);
		}
		catch (final InputException e) {
			refuses(json, dicom);
		}
	}

	private static void loadsOrRefuses(final Path folder, final JsonObject json, final Path dicom) throws IOException {
		try {
			loads(folder, json, dicom);
		}
		catch (final InputException e) {
			refuses(json, dicom);
		}
	}

	/** The message names the broken file, or else the folder, and the reason or attribute. */
	private static void refuses(final JsonObject json, final Path dicom) throws IOException {
		final String message = assertThrows(InputException.class, () -> read(dicom, SeriesChoice.ONLY)).getMessage();
		assertTrue(message.contains(dicom.toString()) || message.contains(dicom.toRealPath().toString()), message);
		if (json.has("bad_file")) assertTrue(message.contains(json.get("bad_file").getAsString()), message);
		final String kind = json.get("error_kind").getAsString();
		assertTrue(message.contains(WORDS.getOrDefault(kind, "")), message);
		final String hint = json.has("error_hint") ? json.get("error_hint").getAsString() : "";
		if (kind.endsWith("_attribute")) for (final String word : hint.split("[:;, ]+"))
			if (word.matches("(Image|Pixel|Rescale)\\p{Alpha}+|\\(0.*\\)")) assertTrue(message.contains(word), message);
	}

	private static List<JsonObject> images(final JsonObject json) {
		return json.getAsJsonArray("images").asList().stream().map(JsonElement::getAsJsonObject).filter(i -> !i.get("file")
			.getAsString().startsWith("suv")).toList();
	}

	static void compare(final Path folder, final JsonObject json, final JsonObject image, final Volume volume) {
		final Volume expected = new NrrdFormat().read(folder.resolve(image.get("file").getAsString()), Progress.NONE);
		// As the golden README says: the cases u_* are labelled by other tools, with fewer digits.
		final double tolerance = json.get("id").getAsString().startsWith("u_") ? 1e-4 : 1e-6;
		assertEquals("", expected.geometry().firstDifference(volume.geometry(), tolerance).orElse(""));
		assertEquals(expected.type(), volume.type());
		compareValues(folder.resolve(image.get("file").getAsString()), 1e-6, json.has("tolerance_hu") ? json.get("tolerance_hu")
			.getAsDouble() : 0, volume);
		if (image.has("unit") && image.get("unit").getAsString().equals("HU")) assertEquals("HU", volume.info().valueUnit());
		if (json.has("unit")) assertEquals(json.get("unit").getAsString(), volume.info().valueUnit());
		if (image.has("modality")) assertEquals(image.get("modality").getAsString(), volume.info().tag("Modality").orElse("")
			.toUpperCase(Locale.ROOT));
	}

	/** Whole numbers are equal but for the loss that the case allows, fractions but for a relative tolerance. */
	static void compareValues(final Path reference, final double tolerance, final double loss, final Volume volume) {
		final Volume expected = new NrrdFormat().read(reference, Progress.NONE);
		final boolean exact = volume.type().isInteger();
		final Cursor<? extends RealType<?>> found = Views.flatIterable(volume.voxels()).cursor();
		for (final RealType<?> v : Views.flatIterable(expected.voxels())) {
			final double e = v.getRealDouble(), f = found.next().getRealDouble();
			if (exact ? Math.abs(e - f) > loss : Math.abs(e - f) > tolerance * Math.abs(e)) fail("value " + f + " instead of " + e);
		}
	}
}
