package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What lies in a folder of DICOM files: the images that can be read from it, and what was left out. Made from the
 * headers; pixels are read when an image is. Immutable.
 */
public final class DicomFolder {

	private static final int NOTED = 8;

	private final Path folder;
	private final List<SeriesPart> parts = new ArrayList<>();
	private final List<DicomSeries> series = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();
	private final List<Path> roiFiles;

	private DicomFolder(final Path folder, final List<FolderFiles.Seen> all, final Optional<Path> list) throws IOException {
		this.folder = folder;
		final List<FolderFiles.Seen> files = MediaDirectory.chosen(all, list, notes);
		final Map<String, List<DicomFile>> groups = new TreeMap<>();
		final List<FolderFiles.Seen> homeless = new ArrayList<>(), ignored = new ArrayList<>();
		for (final FolderFiles.Seen seen : files) {
			final DicomFile dicom = seen.dicom();
			if (!seen.unreadable().isEmpty()) homeless.add(seen);
			else if (dicom == null || !dicom.isImage()) ignored.add(seen);
			else if (dicom.seriesUid().isEmpty() && (dicom.pixels() == null || !dicom.problem().isEmpty())) homeless.add(seen);
			else groups.computeIfAbsent(dicom.seriesUid(), uid -> new ArrayList<>()).add(dicom);
		}
		addAll(groups, homeless);
		roiFiles = ignored.stream().filter(s -> s.dicom() != null && (RtStruct.isStructureSet(s.dicom()) || Seg
			.isSegmentation(s.dicom()))).map(FolderFiles.Seen::path).toList();
		note(ignored, homeless);
	}

	/**
	 * Looks at a folder with all its sub-folders; for a file, at its folder alone, or, for a DICOMDIR, at the files that
	 * it lists. Of a folder with a DICOMDIR the series that it lists have the files that it lists.
	 *
	 * @throws InputException if there is no such folder
	 */
	public static DicomFolder scan(final Path path, final Progress progress) {
		final boolean isList = !Files.isDirectory(path) && isDirectoryFile(path);
		final Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
		try {
			return new DicomFolder(folder, FolderFiles.of(folder, isList || Files.isDirectory(path), progress), isList ? Optional
				.of(folder.toRealPath().resolve(path.getFileName())) : Optional.empty());
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(folder, e);
		}
	}

	private static boolean isDirectoryFile(final Path file) {
		try {
			return DicomParser.parse(file).map(DicomFile::isDirectory).orElse(false);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	/** The images, by their numbers. */
	public List<DicomSeries> series() {
		return List.copyOf(series);
	}

	/** The structure sets and segmentations among the files, for {@link DicomRois#read}. */
	public List<Path> roiFiles() {
		return roiFiles;
	}

	/** What was left out, in sentences; empty if every file belongs to an image. */
	public List<String> notes() {
		return List.copyOf(notes);
	}

	private void addAll(final Map<String, List<DicomFile>> groups, final List<FolderFiles.Seen> homeless)
		throws IOException
	{
		final List<List<DicomFile>> ordered = new ArrayList<>(groups.values());
		ordered.sort(Comparator.comparingLong(DicomFolder::seriesNumber));
		final List<SeriesPart> all = new ArrayList<>();
		final List<DicomFile> firsts = new ArrayList<>();
		for (final List<DicomFile> group : ordered)
			for (final SeriesPart part : SeriesPart.of(group)) {
				all.add(withHomeless(part, group, homeless));
				firsts.add(group.get(0));
			}
		final boolean numbered = firsts.stream().mapToLong(f -> seriesNumber(List.of(f))).filter(n -> n >= 0 && n < Integer.MAX_VALUE)
			.distinct().count() == firsts.size();
		for (int i = 0; i < all.size(); i++) {
			final int number = numbered ? (int) seriesNumber(List.of(firsts.get(i))) : i + 1;
			parts.add(all.get(i));
			series.add(summary(number, firsts.get(i), all.get(i)));
		}
	}

	/** Number of a series; those without one come last. */
	private static long seriesNumber(final List<DicomFile> files) {
		try {
			final OptionalInt number = files.get(0).attributes().integer(Tag.SERIES_NUMBER);
			return number.orElse(Integer.MAX_VALUE);
		}
		catch (final BadDicom e) {
			return Integer.MAX_VALUE;
		}
	}

	private static DicomSeries summary(final int number, final DicomFile first, final SeriesPart part) {
		final boolean whole = part.stack() != null;
		return new DicomSeries(number, first.seriesUid(), first.attributes().text(Tag.SERIES_DESCRIPTION).orElse(""), first
			.modality(), part.name(), whole ? part.stack().slices().size() : part.frames().size(), size(part, Tag.COLUMNS), size(
				part, Tag.ROWS), whole ? Optional.of(part.stack().geometry()) : Optional.empty(), part
					.warnings(), part.problem());
	}

	private static int size(final SeriesPart part, final Tag tag) {
		try {
			return part.frames().isEmpty() ? 0 : part.frames().get(0).integer(tag);
		}
		catch (final BadDicom e) {
			return 0;
		}
	}

	/** A broken file that doesn't say its series may belong to any in its folder, so none of them can be trusted. */
	private static SeriesPart withHomeless(final SeriesPart part, final List<DicomFile> files,
		final List<FolderFiles.Seen> homeless)
	{
		final List<Path> folders = files.stream().map(f -> f.path().getParent()).distinct().toList();
		final List<FolderFiles.Seen> near = homeless.stream().filter(h -> folders.contains(h.path().getParent()) && !Files
			.isDirectory(h.path())).toList();
		if (near.isEmpty()) return part;
		return new SeriesPart(part.name(), part.frames(), null, part.warnings(), fault(near.get(0)) + (near.size() == 1 ? ""
			: " (and " + (near.size() - 1) + " more broken files)") +
			". It may be a slice of this series; repair it or move it out of the folder" + (part.problem().isEmpty() ? "" : ". Besides, " +
				part.problem()));
	}

	private static String fault(final FolderFiles.Seen seen) {
		if (seen.dicom() == null) return seen.unreadable();
		return seen.path().getFileName() + ": " + (seen.dicom().problem().isEmpty() ? Tag.SERIES_INSTANCE_UID + " and " +
			Tag.PIXEL_DATA + " are missing: no image, or a file that is cut off" : seen.dicom().problem());
	}

	private void note(final List<FolderFiles.Seen> ignored, final List<FolderFiles.Seen> homeless) {
		homeless.stream().limit(NOTED).forEach(seen -> notes.add(fault(seen) + "."));
		if (homeless.size() > NOTED) notes.add((homeless.size() - NOTED) + " more files are broken.");
		final List<String> names = ignored.stream().filter(s -> s.dicom() == null || !s.dicom().isDirectory()).map(s -> s
			.path().getFileName() + (s.dicom() == null || s.dicom().modality().isEmpty() ? "" : " (" + DicomAttributes.shown(s
				.dicom().modality()) + ")")).toList();
		if (names.isEmpty()) return;
		notes.add("Left out, as no DICOM images: " + names.stream().limit(NOTED).collect(Collectors.joining(", ")) + (names
			.size() > NOTED ? " and " + (names.size() - NOTED) + " more" : "") + ".");
	}

	/**
	 * Reads an image of the folder.
	 *
	 * @return physical values; info().name() is the folder's name
	 * @throws InputException if there is none, the choice fits several or none (the message lists them), or it can't be
	 *           read
	 */
	public Volume read(final SeriesChoice choice, final Progress progress) {
		return open(choice, Reach.WHOLE, progress);
	}

	/** As {@link #read}, for those who may not look at all planes: pixels of the others are not read. */
	Volume open(final SeriesChoice choice, final Reach reach, final Progress progress) {
		return open(series.indexOf(choose(choice)), folder.getFileName(), reach, progress);
	}

	/**
	 * The image that is chosen.
	 *
	 * @throws InputException if there is none, or the choice fits several or none (the message lists them)
	 */
	public DicomSeries choose(final SeriesChoice choice) {
		if (series.isEmpty()) throw new InputException("'" + folder + "' holds no DICOM image. " + String.join(" ", notes));
		final List<DicomSeries> chosen = choice.among(series);
		if (chosen.size() != 1) throw new InputException("'" + folder + "' holds " + (series.size() == 1 ? "1 image" : series
			.size() + " images") + divided() + (choice == SeriesChoice.ONLY ? "" : ", and " + (chosen.isEmpty() ? "none" : chosen
				.size() + " of them") + " with " + choice) +
			". Choose one by its number, UID or description (command line: --series N):" + list(series));
		return chosen.get(0);
	}

	/** The planes of one of the images. */
	SeriesPart part(final DicomSeries one) {
		return parts.get(series.indexOf(one));
	}

	/**
	 * Reads a PET image of the folder as standardised uptake values by body weight, in g/ml.
	 *
	 * @throws InputException as {@link #read}, and if what is needed for SUV is missing or contradictory
	 */
	public Volume readSuv(final SeriesChoice choice, final Progress progress) {
		return openSuv(choice, Reach.WHOLE, progress);
	}

	/** As {@link #readSuv}, for those who may not look at all planes. */
	Volume openSuv(final SeriesChoice choice, final Reach reach, final Progress progress) {
		try {
			final Suv suv = Suv.of(stack(series.indexOf(choose(choice))).slices());
			final Volume read = open(choice, reach, progress);
			final List<String> warnings = new ArrayList<>(read.info().warnings());
			warnings.addAll(suv.sentences());
			return scaled(read, suv.factor(), reach, new ImageInfo(read.info().name(), "g/ml", read.info().tags(), warnings));
		}
		catch (final BadDicom e) {
			throw new InputException("'" + folder + "': " + e.getMessage() + ". Correct it, or load the image without SUV.");
		}
	}

	private static Volume scaled(final Volume image, final double factor, final Reach reach, final ImageInfo info) {
		if (reach != Reach.WHOLE && reach != Reach.ONCE) return LazyVolume.times(factor, image, info);
		final double[] values = VoxelArrays.doubles(image);
		for (int i = 0; i < values.length; i++)
			values[i] *= factor;
		return VoxelArrays.volume(values, image.geometry(), VoxelType.FLOAT64, info);
	}

	/**
	 * How a PET's values would become SUVbw, with the factor, or why they can't; nothing for other images.
	 *
	 * @param of one of {@link #series()}
	 */
	public List<String> suv(final DicomSeries of) {
		final SliceStack stack = parts.get(series.indexOf(of)).stack();
		if (stack == null || !of.modality().equals("PT")) return List.of();
		try {
			return Suv.of(stack.slices()).sentences();
		}
		catch (final BadDicom e) {
			return List.of(e.getMessage() + ".");
		}
	}

	/**
	 * The lowest and the highest value of an image. All of its pixels are read, plane by plane, and none are kept.
	 *
	 * @param of one of {@link #series()} without a problem
	 * @throws InputException with the name of a file whose pixels can't be read
	 */
	public double[] range(final DicomSeries of, final Progress progress) {
		return new SeriesVolume(stack(series.indexOf(of)), progress).range();
	}

	/**
	 * The values of single planes of an image, x fastest, read whenever one is asked for and not kept.
	 *
	 * @param of one of {@link #series()} without a problem
	 */
	public IntFunction<double[]> planes(final DicomSeries of) {
		return new SeriesVolume(stack(series.indexOf(of)), Progress.NONE).planes();
	}

	/** Unit of an image's values, "HU" for calibrated CT, or "" if unknown. */
	public String valueUnit(final DicomSeries of) {
		return Acquisition.valueUnit(stack(series.indexOf(of)).slices().get(0));
	}

	private String divided() {
		final boolean parts = series.stream().anyMatch(s -> !s.part().isEmpty());
		return parts ? " (images of one series are apart where they lie at the same positions, or have other orientations)"
			: "";
	}

	private static String list(final List<DicomSeries> images) {
		return images.stream().map(s -> "\n  " + s.describe()).collect(Collectors.joining());
	}

	/** Reads the image that a file of the folder belongs to. */
	Volume openImageOf(final Path file, final Reach reach, final Progress progress) throws IOException {
		final DicomSeries its = imageOf(file).orElseThrow(() -> new InputException("'" + file +
			"' belongs to no image of its folder that can be read." + (series.isEmpty() ? "" : list(series)) + " " + String.join(
				" ", notes)));
		return open(series.indexOf(its), file.getFileName(), reach, progress);
	}

	/**
	 * The image that a file of the folder belongs to, if it does.
	 *
	 * @throws InputException if its frames are several images; the message lists them
	 */
	Optional<DicomSeries> imageOf(final Path file) throws IOException {
		final List<DicomSeries> its = imagesOf(file);
		if (its.size() > 1) throw new InputException("The frames of '" + file + "' are " + its.size() +
			" images. Choose one by its number (command line: --series N):" + list(its));
		return its.stream().findFirst();
	}

	private List<DicomSeries> imagesOf(final Path file) throws IOException {
		final Set<Path> names = Set.copyOf(List.of(folder.toRealPath().resolve(file.getFileName()), file.toRealPath(), file
			.toAbsolutePath()));
		return series.stream().filter(s -> part(s).frames().stream().anyMatch(f -> names.contains(f.file().path()))).toList();
	}

	/**
	 * The images that a path may mean, for those who ask which one: those of a file's frames, or all.
	 *
	 * @param path of the folder, of one of its files, or of a DICOMDIR
	 * @return none if it is a file that belongs to no image
	 */
	public List<DicomSeries> meant(final Path path) {
		try {
			return Files.isDirectory(path) || isDirectoryFile(path) ? series() : imagesOf(path);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(path, e);
		}
	}

	private Volume open(final int index, final Path name, final Reach reach, final Progress progress) {
		final SliceStack stack = stack(index);
		final Slice first = stack.slices().get(0);
		final List<String> warnings = new ArrayList<>(parts.get(index).warnings());
		warnings.addAll(notes);
		final ImageInfo info = new ImageInfo(name == null ? folder.toString() : name.toString(), Acquisition.valueUnit(first),
			Acquisition.tags(stack.slices()), warnings);
		return new SeriesVolume(stack, progress).open(info, reach);
	}

	/** @throws InputException if an image's planes are no volume */
	private SliceStack stack(final int index) {
		final SeriesPart part = parts.get(index);
		final DicomSeries one = series.get(index);
		if (part.stack() == null) throw new InputException("The DICOM series '" + DicomAttributes.shown(one.description()) +
			"' (" + one.modality() + ", UID " + DicomAttributes.shown(one.uid()) + ") in '" + folder +
			"' can't be read as a volume: " + part.problem() + "." + notes.stream().filter(n -> !part.problem().contains(n
				.substring(0, n.length() - 1))).map(n -> " " + n).collect(Collectors.joining()));
		return part.stack();
	}
}
