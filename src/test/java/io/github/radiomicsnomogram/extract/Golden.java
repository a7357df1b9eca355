package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PyRadiomics' values beside the project: cases (an image and a mask) under settings (a parameter file). */
final class Golden {

	private static final ImageFiles FILES = ImageFiles.with();

	private Golden() {}

	static Path root() {
		return Shared.path("golden/radiomics");
	}

	/** Names of the cases. */
	static List<String> cases() {
		try (Stream<Path> folders = Files.list(root())) {
			return folders.filter(f -> Files.exists(f.resolve("image.nrrd"))).map(f -> f.getFileName().toString()).sorted()
				.toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Names of a case's settings that match a pattern. */
	static List<String> settings(final String name, final Pattern wanted) {
		try (Stream<Path> files = Files.list(root().resolve(name))) {
			return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".json")).map(f -> f.replace(".json", ""))
				.filter(wanted.asMatchPredicate()).sorted().toList();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static ExtractionSettings parameters(final String setting) {
		return ParameterFile.read(root().resolve(setting + ".yaml")).settings();
	}

	static Volume image(final String name) {
		return FILES.read(root().resolve(name).resolve("image.nrrd"), Progress.NONE);
	}

	static Mask mask(final String name, final int label) {
		return FILES.readMask(root().resolve(name).resolve("mask.nrrd"), label, Progress.NONE);
	}

	/** The slice, the first one if several, where a ROI has most voxels. */
	static Mask largestSlice(final Mask mask) {
		final BoundingBox box = mask.box();
		final int plane = box.size(0) * box.size(1);
		final byte[] inside = mask.toBytes();
		int largest = 0, most = 0;
		for (int z = 0; z < box.size(2); z++) {
			int n = 0;
			for (int i = 0; i < plane; i++)
				n += inside[z * plane + i];
			if (n > most) {
				most = n;
				largest = z;
			}
		}
		final int z = box.z0() + largest;
		return Mask.of(mask.name(), mask.geometry(), new BoundingBox(box.x0(), box.y0(), z, box.x1(), box.y1(), z), Arrays
			.copyOfRange(inside, largest * plane, (largest + 1) * plane));
	}

	/** Diagnostics and, if PyRadiomics refused the case, its error. */
	static JsonObject description(final String name, final String setting) {
		try {
			return JsonParser.parseString(Files.readString(root().resolve(name).resolve(setting + ".json"))).getAsJsonObject();
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** PyRadiomics' values by column, in its order. */
	static Map<String, Double> values(final String name, final String setting) {
		final CsvTable table = CsvTable.read(root().resolve(name).resolve(setting + ".csv"));
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final List<String> row : table.rows())
			values.put(row.get(0), Double.parseDouble(row.get(1).replace("nan", "NaN").replace("inf", "Infinity")));
		return values;
	}
}
