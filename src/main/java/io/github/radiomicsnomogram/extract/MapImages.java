package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.KernelFeatures;
import io.github.radiomicsnomogram.feature.KernelInput;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes the maps of one image after another. */
final class MapImages {

	private final Map<FeatureFamily, List<Feature>> wanted;
	private final VoxelSettings settings;
	private final Steps steps;
	private final Consumer<FeatureMap> sink;

	MapImages(final Map<FeatureFamily, List<Feature>> wanted, final VoxelSettings settings, final Steps steps,
		final Consumer<FeatureMap> sink)
	{
		this.wanted = wanted;
		this.settings = settings;
		this.steps = steps;
		this.sink = sink;
	}

	/** The maps of an image type's images: of the ROI's box with room for kernels. */
	void addType(final ImageType type, final PreparedRoi roi) {
		final BoundingBox region = roi.mask().box().padded(settings.kernelRadius(), roi.image().geometry());
		final Mask mask = roi.mask().cropped(region);
		type.filter().apply(roi.image(), roi.mask(), region, steps.between(type.name()), filtered -> addImage(filtered.name(),
			filtered.volume(), mask, type.features()));
	}

	private void addImage(final String name, final Volume image, final Mask mask, final FeatureSettings features) {
		final Mask counting = settings.maskedKernel() ? mask : everything(image.geometry());
		final KernelInput input = KernelInput.of(image, counting, image.geometry().box(), settings.kernelRadius(), features
			.binning(), features.texture(), features.voxelArrayShift(), settings.initValue());
		wanted.forEach((family, list) -> {
			final Progress progress = steps.next(name, family.title());
			final Optional<Supplier<KernelFeatures>> kernels = family.kernels(input, list);
			if (kernels.isEmpty()) return;
			final double[][] maps = new MapKernels(image, mask, input).compute(list, kernels.get(), progress);
			for (int f = 0; f < maps.length; f++)
				sink.accept(map(list.get(f), name, maps[f], image, mask));
		});
	}

	private static Mask everything(final Geometry grid) {
		final byte[] inside = new byte[Math.toIntExact(grid.voxels())];
		Arrays.fill(inside, (byte) 1);
		return Mask.of("kernels", grid, grid.box(), inside);
	}

	private static FeatureMap map(final Feature feature, final String imageName, final double[] values,
		final Volume image, final Mask mask)
	{
		final Geometry grid = image.geometry();
		final BoundingBox box = mask.box();
		final byte[] inside = mask.toBytes();
		double min = Double.NaN, max = Double.NaN;
		long without = 0;
		for (int i = 0; i < inside.length; i++) {
			if (inside[i] == 0) continue;
			final int x = box.x0() + i % box.size(0), y = box.y0() + i / box.size(0) % box.size(1);
			final int z = box.z0() + i / box.size(0) / box.size(1);
			final double v = values[(int) ((z * grid.size(1) + y) * grid.size(0) + x)];
			if (Double.isNaN(v)) without++;
			else {
				min = min <= v ? min : v;
				max = max >= v ? max : v;
			}
		}
		final String column = feature.column(imageName);
		final Volume map = VoxelArrays.volume(values, grid, VoxelType.FLOAT64, ImageInfo.of(column, feature.unit().label(image
			.info().valueUnit())));
		return new FeatureMap(column, feature, map, min, max, without, without == 0 ? "" : reason(feature));
	}

	private static String reason(final Feature feature) {
		return feature.undefinedWhen().isEmpty() ? "the formula gave no number" : "for the kernel as a ROI: " + feature
			.undefinedWhen();
	}
}
