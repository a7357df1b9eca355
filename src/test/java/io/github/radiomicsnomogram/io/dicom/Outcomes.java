package io.github.radiomicsnomogram.io.dicom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs one reference case and says what became of each of its images and ROIs. */
final class Outcomes {

	private final Path folder;
	private final JsonObject json;
	private final List<Outcome> found = new ArrayList<>();

	private Outcomes(final Path folder) throws IOException {
		this.folder = folder;
		json = JsonParser.parseString(Files.readString(folder.resolve("case.json"))).getAsJsonObject();
	}

	/** Runs a case; a difference to a reference is an AssertionError. */
	static List<Outcome> of(final Path folder) throws IOException {
		final Outcomes outcomes = new Outcomes(folder);
		if (outcomes.json.has("roi_file")) outcomes.rois();
		else outcomes.readImages();
		return outcomes.found;
	}

	private String expected() {
		return json.get("expect").getAsString() + (json.has("error_kind") ? " (" + json.get("error_kind").getAsString() + ")" : "");
	}

	private static Volume read(final Path dicom, final SeriesChoice choice) {
		return new DicomFormat(choice).read(dicom, Progress.NONE);
	}

	private void readImages() {
		final Path dicom = folder.resolve("dicom");
		final boolean suv = json.get("expect").getAsString().equals("load_suv_error");
		image("image", suv ? "load" : expected(), dicom, SeriesChoice.ONLY, 0);
		if (json.get("expect").getAsString().equals("choose_series")) for (int i = 0; i < images().size(); i++)
			image("series " + images().get(i).get("series_uid").getAsString(), "load", dicom, SeriesChoice.uid(images().get(i).get(
				"series_uid").getAsString()), i);
		if (!GoldenRoiTest.objects(json, "masks").isEmpty()) mixedRois(dicom);
		if (json.has("suvbw") || suv) record("SUV", suv ? "error (missing_suv_tag)" : "load", () -> {
			final Volume volume = new DicomFormat().readSuv(dicom, Progress.NONE);
			GoldenDicomTest.compareValues(folder.resolve("suvbw.nrrd"), 1e-6, 0, volume);
			return volume.info().warnings();
		}, true);
	}

	private List<JsonObject> images() {
		return json.getAsJsonArray("images").asList().stream().map(JsonElement::getAsJsonObject).filter(i -> !i.get("file")
			.getAsString().startsWith("suv")).toList();
	}

	private void image(final String part, final String expected, final Path dicom, final SeriesChoice choice, final int i) {
		record(part, expected, () -> {
			final Volume volume = read(dicom, choice);
			if (!images().isEmpty()) GoldenDicomTest.compare(folder, json, images().get(i), volume);
			return volume.info().warnings();
		}, !images().isEmpty());
	}

	private void rois() {
		final Path dicom = folder.resolve(json.get("image_dir").getAsString());
		image("image", "load", dicom, SeriesChoice.ONLY, 0);
		final Volume image = read(dicom, SeriesChoice.ONLY);
		final DicomRois rois = DicomRois.read(folder.resolve(json.get("roi_file").getAsString()));
		for (final DicomRoi roi : rois.rois()) {
			final List<JsonObject> masks = numbered("masks", roi.number());
			if (!masks.isEmpty() || !numbered("rois", roi.number()).isEmpty()) roi(roi, rois, image, masks);
		}
	}

	private List<JsonObject> numbered(final String list, final int number) {
		return GoldenRoiTest.objects(json, list).stream().filter(m -> GoldenRoiTest.number(m) == number).toList();
	}

	/** One ROI; that with no voxel in its mask, or no mask, must be refused, and so the only one of a case that must. */
	private void roi(final DicomRoi roi, final DicomRois rois, final Volume image, final List<JsonObject> masks) {
		final String expect = json.get("expect").getAsString();
		final boolean empty = masks.isEmpty() || masks.get(0).get("voxels").getAsInt() == 0;
		final boolean only = GoldenRoiTest.objects(json, "masks").size() == 1;
		final boolean all = expect.endsWith("error") ? masks.isEmpty() || only || roi.name().equals("tilted") : expect.equals("warn") && !empty;
		final String expected = empty && !all ? "error_or_empty" : all ? expected() : "load";
		record("ROI " + roi.number() + " '" + roi.name() + "'", expected, () -> {
			if (empty || !masks.get(0).get("file").getAsString().matches("mask_(roi|rt|seg)?\\d+\\.nrrd")) return rois.mask(RoiChoice.number(roi.number()), image, Progress.NONE)
				.warnings();
			return GoldenRoiTest.compare(folder, masks.get(0), rois, image);
		}, !masks.isEmpty());
	}

	/** The ROIs that lie among the images. */
	private void mixedRois(final Path dicom) {
		for (final Path file : DicomFolder.scan(dicom, Progress.NONE).roiFiles()) {
			final DicomRois rois = DicomRois.read(file);
			final Volume image = read(dicom, SeriesChoice.uid(rois.rois().get(0).series().get(0)));
			for (final JsonObject mask : GoldenRoiTest.objects(json, "masks"))
				if ((rois instanceof Seg) == mask.get("source").getAsString().equals("SEG")) roi(rois.rois().stream().filter(r -> r
					.number() == GoldenRoiTest.number(mask)).findFirst().orElseThrow(), rois, image, List.of(mask));
		}
	}

	private void record(final String part, final String expected, final Supplier<List<String>> run,
		final boolean reference)
	{
		String observed, message;
		try {
			message = String.join("\n", run.get());
			observed = reference ? "equal" : "loaded";
		}
		catch (final InputException e) {
			message = e.getMessage();
			observed = "refused";
		}
		found.add(new Outcome(json.get("id").getAsString(), json.get("title").getAsString(), part, expected, observed, plain(
			message)));
	}

	/** Without the way to the reference data. */
	private String plain(final String message) {
		try {
			return message.replace(folder.toRealPath() + "/", "").replace(folder + "/", "");
		}
		catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
