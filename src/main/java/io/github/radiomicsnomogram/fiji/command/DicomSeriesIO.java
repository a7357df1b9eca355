package io.github.radiomicsnomogram.fiji.command;

import ij.ImagePlus;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.fiji.DicomDrop;
import io.github.radiomicsnomogram.fiji.DicomJob;
import io.github.radiomicsnomogram.fiji.DicomOptions;
import io.github.radiomicsnomogram.fiji.DicomView;
import io.github.radiomicsnomogram.fiji.SeriesDialog;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.scijava.io.AbstractIOPlugin;
import org.scijava.io.IOPlugin;
import org.scijava.io.location.FileLocation;
import org.scijava.io.location.Location;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Opens folders with DICOM series, DICOMDIRs, and files of CT, PET and MR series through SciJava's IOService, so for
 * scripts and for what is dropped where SciJava opens files. As {@code Open DICOM Series...} does; nothing is shown.
 */
@Plugin(type = IOPlugin.class)
public class DicomSeriesIO extends AbstractIOPlugin<ImagePlus> {

	@Parameter(required = false)
	private LogService log;

	@Override
	public Class<ImagePlus> getDataType() {
		return ImagePlus.class;
	}

	@Override
	public boolean supportsOpen(final Location source) {
		return source instanceof FileLocation file && DicomDrop.isSeries(file.getFile().toPath());
	}

	/**
	 * @throws IOException with the reason, if the series can't be opened; if there are several and nobody to ask, it lists
	 *           them
	 */
	@Override
	public ImagePlus open(final Location source) throws IOException {
		final String path = ((FileLocation) source).getFile().getPath();
		try {
			final DicomJob.Result result = DicomJob.open(new DicomOptions(path, "", false), SeriesDialog.chooser(),
				Progress.NONE);
			DicomView.tell(result.image().getTitle(), result.warnings(), m -> {
				if (log != null) log.warn(m);
			});
			return result.image();
		}
		catch (final InputException e) {
			throw new IOException(e.getMessage(), e);
		}
		catch (final CancellationException e) {
			return null;
		}
	}
}
