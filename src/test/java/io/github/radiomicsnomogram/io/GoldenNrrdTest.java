package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

/** What PyRadiomics says of the reference images, through SimpleITK, is what our reader finds. */
class GoldenNrrdTest {

	private static final ImageFiles FILES = new ImageFiles(List.of(new NrrdFormat()));

	@Test
	void geometryValuesAndBoxesAreThoseOfSimpleItk() throws IOException {
		int cases = 0;
		for (final Path json : settings()) {
			final JsonObject root = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
			// A case that PyRadiomics refused has no numbers of its mask.
			if (!root.getAsJsonObject("diagnostics").has("diagnostics_Mask-original_VoxelNum")) continue;
			check(json.getParent(), root.getAsJsonObject("diagnostics"), label(json));
			cases++;
		}
		assertTrue(cases >= 20, cases + " cases");
	}

	private static List<Path> settings() throws IOException {
		try (Stream<Path> files = Files.walk(Shared.path("golden/radiomics"), 2)) {
			return files.filter(f -> f.getFileName().toString().matches("(S1|D1|P1|S11_label\\d+)\\.json")).sorted().toList();
		}
	}

	private static int label(final Path json) {
		final String name = json.getFileName().toString();
		return name.startsWith("S11_label") ? Integer.parseInt(name.replaceAll("\\D", "").substring(2)) : 1;
	}

	private static void check(final Path folder, final JsonObject d, final int label) {
		final Volume image = FILES.read(folder.resolve("image.nrrd"), Progress.NONE);
		final Mask mask = FILES.readMask(folder.resolve("mask.nrrd"), label, Progress.NONE);
		// To the last bit: the features are to be compared at 1e-9.
		assertArrayEquals(numbers(d, "diagnostics_Image-original_Spacing"), image.geometry().spacing(), folder.toString());
		assertArrayEquals(numbers(d, "diagnostics_Mask-original_Spacing"), mask.geometry().spacing(), folder.toString());
		final double[] size = numbers(d, "diagnostics_Image-original_Size");
		for (int axis = 0; axis < 3; axis++)
			assertEquals((long) size[axis], image.geometry().size(axis), folder.toString());
		final double[] b = numbers(d, "diagnostics_Mask-original_BoundingBox");
		assertEquals(new BoundingBox((int) b[0], (int) b[1], (int) b[2], (int) (b[0] + b[3] - 1), (int) (b[1] + b[4] - 1),
			(int) (b[2] + b[5] - 1)), mask.box(), folder.toString());
		assertEquals(d.get("diagnostics_Mask-original_VoxelNum").getAsLong(), mask.voxelCount(), folder.toString());
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		for (final RealType<?> v : Views.flatIterable(image.voxels())) {
			min = Math.min(min, v.getRealDouble());
			max = Math.max(max, v.getRealDouble());
		}
		assertEquals(d.get("diagnostics_Image-original_Minimum").getAsDouble(), min, folder.toString());
		assertEquals(d.get("diagnostics_Image-original_Maximum").getAsDouble(), max, folder.toString());
		assertTrue(image.geometry().firstDifference(mask.geometry()).isEmpty());
	}

	private static double[] numbers(final JsonObject d, final String key) {
		final JsonArray array = d.getAsJsonArray(key);
		final double[] values = new double[array.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = array.get(i).getAsDouble();
		return values;
	}
}
