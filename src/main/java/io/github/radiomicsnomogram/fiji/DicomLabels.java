package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.io.DicomTags;
import io.github.radiomicsnomogram.io.dicom.SeriesSource;
import io.github.radiomicsnomogram.io.dicom.SourceSlice;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.List;
import java.util.Map;

/**
 * What is known of a DICOM image, as text in the form in which ImageJ keeps DICOM headers: a slice's label is its name,
 * then a line for each attribute, which Image > Show Info... and macros read. Nothing of it names the patient.
 */
final class DicomLabels {

	/** Attributes that have a value for each slice, or that other lines tell better. */
	private static final List<String> ELSEWHERE = List.of("InstanceNumber", "RescaleType", "SpacingBetweenSlices");

	private final Geometry grid;
	private final String common;

	DicomLabels(final Volume volume) {
		grid = volume.geometry();
		common = common(volume);
	}

	/** Label of a slice, from 0: the name of its file, then its attributes and those of the series. */
	String of(final SourceSlice slice, final int z) {
		return line(slice.title()) + "\n" + own(slice, z) + common;
	}

	private String own(final SourceSlice slice, final int z) {
		return tag("0008,0018", "SOP Instance UID", slice.sopInstance()) + tag("0020,0013", "Image Number", slice
			.instanceNumber()) + tag("0020,0032", "Image Position (Patient)", DicomPlace.shown(grid.toPatient(0, 0, z)));
	}

	/** Text of the whole image; an image of one slice has that slice's attributes in it. */
	String info(final SeriesSource source) {
		final List<SourceSlice> slices = source.slices();
		return "DICOM series of " + slices.size() + (slices.size() == 1 ? " slice: " : " slices: ") + line(source.series()
			.describe()) + "\n" + (slices.size() == 1 ? own(slices.get(0), 0) : "") + common;
	}

	private static String common(final Volume volume) {
		final Geometry g = volume.geometry();
		final ImageInfo info = volume.info();
		final double[] d = g.direction();
		final StringBuilder text = new StringBuilder();
		for (final Map.Entry<String, String> t : info.tags().entrySet())
			if (!ELSEWHERE.contains(t.getKey())) text.append(tag(DicomTags.number(t.getKey()).orElse(""), t.getKey(), t
				.getValue()));
		text.append(tag("0020,0037", "Image Orientation (Patient)", d[0] + "\\" + d[3] + "\\" + d[6] + "\\" + d[1] + "\\" +
			d[4] + "\\" + d[7]));
		text.append(tag("0028,0030", "Pixel Spacing", g.spacing(1) + "\\" + g.spacing(0)));
		text.append("Distance of slices: ").append(g.spacing(2)).append(" mm\n");
		text.append("Values: ").append(info.valueUnit().isEmpty() ? "no unit" : line(info.valueUnit())).append(
			", slope and intercept applied\n");
		for (final String warning : info.warnings())
			text.append("Warning: ").append(line(warning)).append('\n');
		return text.toString();
	}

	private static String tag(final String number, final String name, final String value) {
		return value.isEmpty() ? "" : (number.isEmpty() ? "" : number + "  ") + name + ": " + line(value) + "\n";
	}

	/** Text from a file, in one line. */
	private static String line(final String text) {
		return text.replaceAll("\\p{Cntrl}+", " ");
	}
}
