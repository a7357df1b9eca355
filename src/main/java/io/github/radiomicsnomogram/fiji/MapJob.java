package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.FilterSettings;
import io.github.radiomicsnomogram.extract.MapExtractor;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.extract.PreparedImage;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Feature maps, once, for every way into them: from an image and a user's options to stacks, or to files. Shows nothing;
 * what to show is up to {@link MapView}.
 */
public final class MapJob {

	/** So many windows are of use to nobody. */
	private static final int MOST_WINDOWS = 32;

	private final ImagePlus stack;
	private final Volume volume;
	private final MapOptions options;
	private final ExtractionSettings settings;
	/** A row for each map of every ROI. */
	private final ResultsTable table = new ResultsTable();

	private MapJob(final ImagePlus stack, final Volume volume, final MapOptions options,
		final ExtractionSettings settings)
	{
		this.stack = stack;
		this.volume = volume;
		this.options = options;
		this.settings = settings;
	}

	/**
	 * Computes the maps of every ROI that the options name. A ROI that can't be used is left out with a message if there are
	 * others.
	 *
	 * @param image stack; null if none is open
	 * @param options what the user chose
	 * @param progress the caller's ear and brake
	 * @throws InputException if something can't be used; the message says what and what to do
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public static MapResult run(final ImagePlus image, final MapOptions options, final Progress progress) {
		final ImagePlus stack = PredictJob.stack(image);
		if (!MapOptions.grids().contains(options.grid())) throw new InputException("'" + options.grid() + "' is no grid (" +
			MapOptions.GRID + "); give one of " + String.join(", ", MapOptions.grids()) + ".");
		final ParameterFile file = options.settings().read(options.overrides());
		final Optional<Path> folder = folder(options);
		if (folder.isEmpty()) requireFew(file.settings(), 1);
		final Volume volume = ImagePlusVolumes.of(stack);
		final List<LabelledRoi> rois = RoiResolver.masks(stack, volume, options.roi(), file.settings().label());
		if (folder.isEmpty()) requireFew(file.settings(), rois.size());
		final List<String> messages = new ArrayList<>(file.warnings());
		messages.addAll(volume.info().warnings());
		final MapJob job = new MapJob(stack, volume, options, file.settings());
		if (rois.size() == 1) return job.maps(rois.get(0), folder, "", messages, progress);
		return job.several(rois, folder, messages, progress);
	}

	/**
	 * @param name of the ROI where there are several, else ""
	 */
	private MapResult maps(final LabelledRoi roi, final Optional<Path> folder, final String name,
		final List<String> messages, final Progress progress)
	{
		final RoiMask drawn = roi.mask().get();
		final PreparedImage prepared = new PreparedImage(volume, settings.withLabel(roi.label()));
		final Mask mask = prepared.roi(drawn.mask(), progress).mask();
		folder.ifPresent(AtomicFiles::folder);
		final MapSink sink = new MapSink(stack, volume.geometry(), mask, options, folder, settings.voxel().initValue(), name,
			table);
		messages.addAll(drawn.warnings());
		messages.addAll(new MapExtractor().extract(prepared, drawn.mask(), progress, sink));
		return sink.result(fullest(drawn.mask()) + 1, messages);
	}

	/** Each ROI's maps are called by it too, and are written to a folder of its own. */
	private MapResult several(final List<LabelledRoi> rois, final Optional<Path> folder, final List<String> messages,
		final Progress progress)
	{
		final List<MapResult> done = new ArrayList<>();
		String failure = "";
		for (int i = 0; i < rois.size(); i++) {
			final LabelledRoi roi = rois.get(i);
			final String name = roi.name() + " " + roi.label();
			final List<String> own = new ArrayList<>();
			try {
				done.add(maps(roi, folder.map(f -> f.resolve(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"))), name, own,
					new PartialProgress(progress, i, rois.size())));
				done.get(done.size() - 1).messages().forEach(m -> messages.add(name + ": " + m));
			}
			catch (final InputException e) {
				failure = e.getMessage();
				messages.add(name + ": left out: " + failure);
			}
		}
		if (done.isEmpty()) throw new InputException(failure);
		return new MapResult(stack, done.stream().flatMap(r -> r.stacks().stream()).toList(), done.stream().flatMap(r -> r
			.overlay().stream()).toList(), table, done.get(0).slice(), messages);
	}

	private static Optional<Path> folder(final MapOptions options) {
		try {
			return options.folder().isBlank() ? Optional.empty() : Optional.of(Path.of(options.folder().trim()));
		}
		catch (final InvalidPathException e) {
			throw new InputException("'" + options.folder() + "' (" + MapOptions.FOLDER + ") is no path of a folder.", e);
		}
	}

	private static void requireFew(final ExtractionSettings settings, final int rois) {
		final long features = settings.features().stream().filter(f -> !f.family().startsWith("shape")).count();
		final long maps = rois * features * settings.imageTypes().stream().mapToInt(t -> FilterSettings.images(t.filter())).sum();
		if (maps > MOST_WINDOWS) throw new InputException("That would be " + maps +
			" maps, each in its window. Choose at most " + MOST_WINDOWS + " (" + SettingsChoice.FEATURES + "), for example glcm_Correlation,firstorder_Entropy, or a " +
			MapOptions.FOLDER + " to write them to.");
	}

	/** The slice with most of a ROI, from 0. */
	private static int fullest(final Mask mask) {
		int best = mask.box().z0();
		long most = 0;
		for (int z = mask.box().z0(); z <= mask.box().z1(); z++) {
			long n = 0;
			for (int y = mask.box().y0(); y <= mask.box().y1(); y++)
				for (int x = mask.box().x0(); x <= mask.box().x1(); x++)
					if (mask.contains(x, y, z)) n++;
			if (n > most) best = z;
			most = Math.max(most, n);
		}
		return best;
	}
}
