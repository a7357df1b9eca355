package io.github.radiomicsnomogram.fiji.command;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Takes the first of the files that are dropped. */
final class PathDrop extends DropTargetAdapter {

	private final Consumer<File> taker;

	PathDrop(final Consumer<File> taker) {
		this.taker = taker;
	}

	@Override
	public void drop(final DropTargetDropEvent event) {
		if (!event.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
			event.rejectDrop();
			return;
		}
		event.acceptDrop(DnDConstants.ACTION_COPY);
		try {
			final List<?> files = (List<?>) event.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
			if (!files.isEmpty()) taker.accept((File) files.get(0));
			event.dropComplete(!files.isEmpty());
		}
		catch (final UnsupportedFlavorException | IOException e) {
			event.dropComplete(false);
		}
	}
}
