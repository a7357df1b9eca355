package io.github.radiomicsnomogram.fiji.command;

import ij.IJ;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.fiji.DialogText;
import io.github.radiomicsnomogram.fiji.DicomDrop;
import io.github.radiomicsnomogram.fiji.DicomJob;
import io.github.radiomicsnomogram.fiji.DicomOptions;
import io.github.radiomicsnomogram.fiji.DicomView;
import io.github.radiomicsnomogram.fiji.SeriesDialog;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;

import org.scijava.Priority;
import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Plugin;

/**
 * A folder of DICOM files that is dropped on Fiji's main window. Fiji asks plugins that are "eager" before ImageJ 1 opens
 * the folder as a stack of pictures, and leaves it to them to show what they open; {@link DicomSeriesIO}, of a higher
 * priority, serves everybody else. Only folders: ImageJ asks for each file of a sequence too.
 */
@Plugin(type = IOPlugin.class, priority = Priority.LOW, attrs = @Attr(name = "eager"))
public class DicomFolderDrop extends AbstractIOPlugin<Object> {

	@Override
	public Class<Object> getDataType() {
		return Object.class;
	}

	@Override
	public boolean supportsOpen(final Location source) {
		return !GraphicsEnvironment.isHeadless() && source instanceof FileLocation file && Files.isDirectory(file.getFile()
			.toPath()) && DicomDrop.isSeries(file.getFile().toPath());
	}

	/** @return the image, already shown; or that the folder was dealt with, by an error or a user who thought better of it */
	@Override
	public Object open(final Location source) {
		final String path = ((FileLocation) source).getFile().getPath();
		try {
			final DicomJob.Result result = DicomJob.open(new DicomOptions(path, "", false), SeriesDialog.chooser(),
				Progress.NONE);
			DicomView.show(result, IJ::log);
			return result.image();
		}
		catch (final InputException e) {
			IJ.error("Open DICOM Series", DialogText.wrapped(e.getMessage()));
		}
		catch (final CancellationException e) {
			IJ.showStatus("Open DICOM Series: cancelled");
		}
		return Boolean.TRUE;
	}
}
