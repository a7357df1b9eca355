package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.CaseTable;
import io.github.radiomicsnomogram.cohort.LabelChoice;
import io.github.radiomicsnomogram.volume.Reach;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An image with masks, or a table of them, as options. */
final class CaseInputs {

	@Parameters(arity = "0..1", paramLabel = "CASES", description = {
		"CSV of cases: columns Image, Mask, if wanted Label and Label_channel, and any others, which are carried through.",
		"Relative paths start from its folder. Label: a number, several (1,2,5), all, or nothing for --label." })
	private Path positional;

	@Option(names = "--cases", paramLabel = "CSV", description = "The same, as an option.")
	private Path cases;

	@Option(names = "--image", paramLabel = "FILE", description = {
		"In place of a table: the image, a folder with a DICOM series, or a NIfTI, NRRD, MetaImage or calibrated TIFF file." })
	private Path image;

	@Option(names = "--mask", paramLabel = "FILE", description = {
		"The ROI as a label image, in any of these formats, or a DICOM SEG or RTSTRUCT; may be repeated." })
	private List<Path> masks;

	@Option(names = "--roi", paramLabel = "FILE", description = {
		"The ROI as drawn in ImageJ, a .roi file, or a .zip of them with one for each slice; or a DICOM RTSTRUCT or",
		"SEG, a .seg.nrrd of 3D Slicer, or a label image; may be repeated." })
	private List<Path> rois;

	@Mixin
	private RoiOptions which;

	@Mixin
	private ImageOptions options;

	@Option(names = "--label", paramLabel = "N[,N..]|all", description = {
		"Value of the ROI's voxels in the mask, several of them or all (default: that of the settings, or 1).",
		"For a DICOM SEG or RTSTRUCT: numbers of its ROIs." })
	private String label;

	@Option(names = "--label-channel", paramLabel = "N", description = {
		"Channel of a mask with several channels, from 0 (default: that of the settings, or 0)." })
	private Integer channel;

	@Option(names = "--validate", description = {
		"Only check the settings, the table, and that the files are there; nothing is computed." })
	private boolean validate;

	/**
	 * Whether only a check was asked for, which is done then.
	 *
	 * @throws InputException if a file is missing
	 */
	boolean isValidated(final Verb verb, final List<Case> cases) {
		if (!validate) return false;
		int wrong = 0;
		for (final Case c : cases) {
			final List<Path> missing = Stream.of(c.image(), c.mask()).filter(file -> !Files.exists(file)).toList();
			missing.forEach(file -> verb.err().println("Failed: " + c.name() + ": There is no file '" + file + "'."));
			wrong += missing.isEmpty() ? 0 : 1;
		}
		if (wrong > 0) throw new InputException(wrong + " of " + cases.size() + " cases lack files.");
		verb.err().println("The files of all " + cases.size() + " cases are there.");
		return true;
	}

	/**
	 * Refuses options that don't go together.
	 *
	 * @throws picocli.CommandLine.ParameterException if there is not exactly one kind of input
	 */
	void check(final Verb verb) {
		if (positional != null && cases != null) throw verb.usage("Give the table of cases once: CASES or --cases.");
		final boolean files = image != null || masks != null || rois != null;
		if (isTable() && files) throw verb.usage("Give a table of cases or --image, not both.");
		if (isTable() && channel != null) throw verb.usage("With a table, give the channel in its column Label_channel.");
		if (!isTable() && image == null) throw verb.usage("Say what to work on: --image=FILE, or a table of cases.");
		if (!isTable() && masks == null && rois == null) throw verb.usage("Say where the ROI is: --mask=FILE or --roi=FILE.");
		if (channel != null && channel < 0) throw verb.usage("--label-channel must be 0 or more, not " + channel + ".");
		which.check(verb, label != null);
		options.check(verb);
		if (label != null && labels(verb).isDefault()) throw verb.usage("--label must be a label, not nothing.");
	}

	/** Whether the cases are from a table. */
	boolean isTable() {
		return positional != null || cases != null;
	}

	/** Whether there is a single ROI. */
	boolean isSingle() {
		return !isTable() && !LabelChoice.parse(labelText()).isSeveral() && (masks == null ? 0 : masks.size()) + (rois == null
			? 0 : rois.size()) == 1;
	}

	/**
	 * Reads the cases' images; warnings tell which case they are of, if there are several.
	 *
	 * @param reach how much of them will be looked at
	 */
	CaseImages images(final Verb verb, final Reach reach) {
		final boolean single = isSingle();
		final Set<Path> asRois = rois == null ? Set.of() : rois.stream().map(r -> r.toAbsolutePath().normalize()).collect(
			Collectors.toSet());
		return new CaseImages(options, reach, which, asRois, (c, warning) -> verb.warn(single ? warning : c.name() + ": " + warning));
	}

	/** What images and ROIs depend on beside their files and labels, as text. */
	String roiText() {
		return which.text() + (options.text().isEmpty() ? "" : "\n" + options.text());
	}

	/** Where relative paths start: the table's folder, or the working directory. */
	Path start() {
		final Path table = table();
		return isTable() ? table.toAbsolutePath().normalize().getParent() : Path.of("").toAbsolutePath();
	}

	/** The label option, as it is. */
	private String labelText() {
		return label == null ? "" : label;
	}

	/** The cases, at least one. */
	List<Case> cases(final Verb verb) {
		if (isTable()) return CaseTable.read(table(), labels(verb)).cases();
		final List<Case> list = new ArrayList<>();
		final OptionalInt chosen = channel == null ? OptionalInt.empty() : OptionalInt.of(channel);
		if (masks != null) masks.forEach(m -> list.add(Case.of(list.size() + 1, image, m, labels(verb), chosen)));
		if (rois != null) rois.forEach(r -> list.add(Case.of(list.size() + 1, image, r, labels(verb), chosen)));
		return list;
	}

	private Path table() {
		return positional == null ? cases : positional;
	}

	private LabelChoice labels(final Verb verb) {
		try {
			return LabelChoice.parse(labelText());
		}
		catch (final IllegalArgumentException e) {
			throw verb.usage("--label must be " + e.getMessage() + ".");
		}
	}
}
