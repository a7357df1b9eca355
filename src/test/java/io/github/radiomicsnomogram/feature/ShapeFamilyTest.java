package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.feature.FeatureValue.Status;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

class ShapeFamilyTest {

	private static final FeatureFamily SHAPE = new ShapeFamily(), SHAPE_2D = new Shape2DFamily();

	private static final TextureSettings IN_SLICES = new TextureSettings(List.of(1), true, Optional.empty(), 0, true, 0);

	/** A ROI on a grid of 3 x 3 x 3 voxels of 1 x 2 x 3 mm. */
	private static Map<String, FeatureValue> values(final FeatureFamily family, final TextureSettings settings,
		final int[]... voxels)
	{
		final Geometry geometry = Geometry.axisAligned(new long[] { 3, 3, 3 }, new double[] { 1, 2, 3 });
		final byte[] inside = new byte[27];
		for (final int[] v : voxels)
			inside[(v[2] * 3 + v[1]) * 3 + v[0]] = 1;
		final RoiVoxels roi = new RoiVoxels(new Volume(ArrayImgs.bytes(3, 3, 3), geometry, VoxelType.INT8, ImageInfo.of("image",
			"")), Mask.of("roi", geometry, new BoundingBox(0, 0, 0, 2, 2, 2), inside));
		final FeatureInput input = new FeatureInput(roi, GreyLevels.of(roi, Binning.DEFAULT), settings, 0, Progress.NONE);
		final List<FeatureValue> values = family.compute(input, family.features());
		assertEquals(family.features().size(), values.size());
		return family.features().stream().collect(Collectors.toMap(Feature::name, f -> values.get(family.features().indexOf(
			f))));
	}

	private static Map<String, FeatureValue> shape(final int[]... voxels) {
		return values(SHAPE, TextureSettings.DEFAULT, voxels);
	}

	private static int[] at(final int x, final int y, final int z) {
		return new int[] { x, y, z };
	}

	@Test
	void featuresComeInPyRadiomicsOrder() {
		assertEquals(List.of("Elongation", "Flatness", "LeastAxisLength", "MajorAxisLength", "Maximum2DDiameterColumn",
			"Maximum2DDiameterRow", "Maximum2DDiameterSlice", "Maximum3DDiameter", "MeshVolume", "MinorAxisLength", "Sphericity",
			"SurfaceArea", "SurfaceVolumeRatio", "VoxelVolume", "Compactness1", "Compactness2", "SphericalDisproportion"), SHAPE
				.features().stream().map(Feature::name).toList());
		assertEquals(List.of("Elongation", "MajorAxisLength", "MaximumDiameter", "MeshSurface", "MinorAxisLength", "Perimeter",
			"PerimeterSurfaceRatio", "PixelSurface", "Sphericity", "SphericalDisproportion"), SHAPE_2D.features().stream().map(
				Feature::name).toList());
		assertEquals(List.of("Compactness1", "Compactness2", "SphericalDisproportion"), SHAPE.features().stream().filter(
			Feature::deprecated).map(Feature::name).toList());
		assertEquals(List.of("SphericalDisproportion"), SHAPE_2D.features().stream().filter(Feature::deprecated).map(
			Feature::name).toList());
		assertTrue(SHAPE.isShape() && SHAPE_2D.isShape());
	}

	@Test
	void aBodyInSpaceHasEveryValue() {
		final Map<String, FeatureValue> v = shape(at(0, 0, 0), at(1, 0, 0), at(0, 1, 0), at(0, 0, 1), at(2, 2, 2));
		v.forEach((name, value) -> assertEquals(Status.OK, value.status(), name));
		assertEquals(30, v.get("VoxelVolume").value());
		final double area = v.get("SurfaceArea").value(), volume = v.get("MeshVolume").value();
		assertEquals(area / volume, v.get("SurfaceVolumeRatio").value());
		// Compactness 1 and 2 and spherical disproportion are functions of sphericity.
		final double sphericity = v.get("Sphericity").value();
		assertEquals(Math.pow(sphericity, 1.5) / (6 * Math.PI), v.get("Compactness1").value(), 1e-15);
		assertEquals(Math.pow(sphericity, 3), v.get("Compactness2").value(), 1e-15);
		assertEquals(1 / sphericity, v.get("SphericalDisproportion").value(), 1e-15);
	}

	@Test
	void aSliceHasNoThirdAxis() {
		final Map<String, FeatureValue> v = shape(at(0, 0, 1), at(1, 0, 1), at(0, 1, 1));
		final FeatureValue zero = FeatureValue.byConvention(0, "the voxel centres lie in one plane");
		assertEquals(zero, v.get("LeastAxisLength"));
		assertEquals(zero, v.get("Flatness"));
		assertEquals(Status.OK, v.get("MinorAxisLength").status());
		assertEquals(Status.OK, v.get("Elongation").status());
	}

	@Test
	void aLineHasOneAxis() {
		final Map<String, FeatureValue> v = shape(at(0, 0, 0), at(2, 1, 1));
		final FeatureValue zero = FeatureValue.byConvention(0, "the voxel centres lie on one line");
		for (final String name : List.of("LeastAxisLength", "Flatness", "MinorAxisLength", "Elongation"))
			assertEquals(zero, v.get(name), name);
		assertEquals(2 * Math.sqrt(4 + 4 + 9), v.get("MajorAxisLength").value(), 1e-14);
	}

	@Test
	void aSingleVoxelHasNoRatioOfAxes() {
		final Map<String, FeatureValue> v = shape(at(1, 1, 1));
		assertEquals(FeatureValue.undefined("a single voxel has no axes"), v.get("Elongation"));
		assertEquals(FeatureValue.undefined("a single voxel has no axes"), v.get("Flatness"));
		assertEquals(FeatureValue.byConvention(0, "a single voxel has no axes"), v.get("MajorAxisLength"));
		assertEquals(1, v.get("MeshVolume").value(), 1e-15);
	}

	@Test
	void planarShapeNeedsASliceAndTheSetting() {
		final Map<String, FeatureValue> v = values(SHAPE_2D, IN_SLICES, at(0, 0, 1), at(1, 0, 1), at(1, 1, 1));
		v.forEach((name, value) -> assertEquals(Status.OK, value.status(), name));
		assertEquals(6, v.get("PixelSurface").value());
		values(SHAPE_2D, TextureSettings.DEFAULT, at(0, 0, 1), at(1, 0, 1), at(1, 1, 1)).values().forEach(
			value -> assertEquals(FeatureValue.undefined("shape2D needs the setting force2D"), value));
		values(SHAPE_2D, IN_SLICES, at(0, 0, 0), at(1, 0, 2)).values().forEach(value -> assertEquals(FeatureValue.undefined(
			"shape2D needs a ROI of one slice along force2Ddimension 0 (z), and this one has 3"), value));
	}

	@Test
	void aLineInASliceHasOneAxis() {
		final Map<String, FeatureValue> v = values(SHAPE_2D, IN_SLICES, at(0, 0, 1), at(1, 1, 1));
		final FeatureValue zero = FeatureValue.byConvention(0, "the voxel centres lie on one line");
		assertEquals(zero, v.get("MinorAxisLength"));
		assertEquals(zero, v.get("Elongation"));
	}

	/** These voxels touch at edges only, and PyRadiomics' mesh around them has gaps; its volume comes out as 0. */
	@Test
	void aMeshWithoutVolumeHasNoRatioToIt() {
		final Map<String, FeatureValue> v = shape(at(0, 2, 2), at(1, 1, 2), at(2, 0, 2), at(2, 1, 0));
		assertEquals(FeatureValue.of(0), v.get("MeshVolume"));
		assertEquals(35, v.get("SurfaceArea").value(), 1e-13);
		assertEquals(FeatureValue.of(0), v.get("Sphericity"));
		final FeatureValue none = FeatureValue.undefined("the surface mesh has gaps and encloses no volume");
		assertEquals(none, v.get("SurfaceVolumeRatio"));
		assertEquals(none, v.get("SphericalDisproportion"));
	}

	@Test
	void planarShapeIsInARegistryOfItsOwn() {
		assertFalse(FeatureRegistry.DEFAULT.family("shape2D").isPresent());
		assertEquals(List.of("shape", "shape2D", "firstorder"), FeatureRegistry.WITH_SHAPE_2D.families().stream().limit(3).map(
			FeatureFamily::id).toList());
	}
}
