package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;

import java.util.List;

/**
 * Feature maps of a ROI.
 *
 * @param image that was looked at
 * @param stacks one for each map, in PyRadiomics' order; none if they were written to files
 * @param overlay elements that show the first map over the image; none if that is not wanted
 * @param table a row for each map: unit, range, voxels without a value
 * @param slice of the image, from 1, with most of the ROI
 * @param messages what the user should know
 */
public record MapResult(ImagePlus image, List<ImagePlus> stacks, List<Roi> overlay, ResultsTable table, int slice,
	List<String> messages)
{

	public MapResult {
		stacks = List.copyOf(stacks);
		overlay = List.copyOf(overlay);
		messages = List.copyOf(messages);
	}
}
