package io.github.radiomicsnomogram.fiji;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;

import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.File;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JTable;

/**
 * Hospital files and studies in plain ImageJ with windows, as {@link ImageJSession}: dialogs, lists, recorded lines.
 * Arguments: a folder with two series, a segmentation of the first, a folder for results, two CSV tables. With the system
 * property {@code shots} it leaves pictures of the screen in that folder.
 */
public final class DialogSession {

	private static final long PATIENCE_MS = 300_000, PAUSE_MS = 50;

	private DialogSession() {}

	public static void main(final String[] args) throws Exception {
		new ImageJ();
		final Recorder recorder = new Recorder();
		series(recorder, args[0]);
		rois(recorder, args[1], args[2]);
		studies(recorder, args[2], args[3], args[4]);
		say("done", "yes");
		System.exit(0);
	}

	/** Two series in a folder: the second dialog lists them, and the recorded line names what was chosen. */
	private static void series(final Recorder recorder, final String folder) throws Exception {
		IJ.doCommand("Open DICOM Series...");
		final GenericDialog dialog = awaitDialog("Open DICOM Series");
		fill(dialog, d -> text(d, 0, folder));
		shot("open");
		press(dialog);
		final JDialog list = await("the list of series", () -> visible(JDialog.class, "Choose DICOM Series"));
		final JTable table = find(list, JTable.class, c -> true);
		say("series", table.getRowCount() + " rows, " + table.getValueAt(0, 2) + ", " + table.getValueAt(1, 2));
		EventQueue.invokeAndWait(() -> table.setRowSelectionInterval(0, 0));
		shot("series");
		final JButton ok = find(list, JButton.class, b -> "OK".equals(b.getText()));
		EventQueue.invokeLater(ok::doClick);
		final ImagePlus image = await("the image", WindowManager::getCurrentImage);
		say("recorded series", recorded(recorder, "Open DICOM Series"));
		say("image", image.getTitle() + ", " + image.getStackSize() + " slices, " + image.getCalibration().getUnit() + ", " +
			image.getCalibration().getValueUnit());
		EventQueue.invokeAndWait(() -> image.getCanvas().zoomIn(5, 4));
	}

	private static void rois(final Recorder recorder, final String seg, final String folder) throws Exception {
		IJ.doCommand("Import ROIs...");
		final GenericDialog shown = awaitDialog("Import ROIs");
		fill(shown, d -> text(d, 0, seg));
		shot("import");
		press(shown);
		await("the ROIs", () -> RoiManager.getInstance() != null && RoiManager.getInstance().getCount() == 3 ? "" : null);
		say("recorded rois", recorded(recorder, "Import ROIs").replace(seg, "SEG"));
		shot("rois");
		IJ.doCommand("Export Mask...");
		final GenericDialog written = awaitDialog("Export Mask");
		fill(written, d -> text(d, 4, folder + "/mask.dcm"));
		shot("export");
		press(written);
		await("the segmentation", () -> new File(folder, "mask.dcm").length() > 0 ? "" : null);
		say("recorded mask", recorded(recorder, "Export Mask").replace(folder, "FOLDER"));
		IJ.doCommand("Predict Risk...");
		cancel("Predict Risk", "predict");
		IJ.doCommand("Extract Features...");
		cancel("Extract Features", "extract");
	}

	/** The commands that need tables: Reproducibility to its report, the others to a message that says what is wrong. */
	private static void studies(final Recorder recorder, final String folder, final String first, final String second)
		throws Exception
	{
		IJ.doCommand("Reproducibility...");
		final GenericDialog icc = awaitDialog("Reproducibility");
		fill(icc, d -> {
			text(d, 0, first);
			text(d, 1, second);
			text(d, 8, folder + "/icc");
		});
		shot("reproducibility");
		press(icc);
		await("the report", () -> new File(folder, "icc/report.html").exists() ? "" : null);
		say("recorded icc", recorded(recorder, "Reproducibility").replace(first, "FIRST").replace(
			second, "SECOND").replace(folder, "FOLDER"));
		IJ.doCommand("Train Model...");
		final GenericDialog train = awaitDialog("Train Model");
		fill(train, d -> {
			text(d, 0, "no such study");
			text(d, 4, folder + "/train");
		});
		shot("train");
		press(train);
		complaint("Train Model");
		IJ.doCommand("Validate Model...");
		final GenericDialog validate = awaitDialog("Validate Model");
		fill(validate, d -> {
			text(d, 1, first);
			text(d, 9, folder + "/validate");
		});
		shot("validate");
		press(validate);
		complaint("Validate Model");
	}

	private static void complaint(final String title) throws Exception {
		final Dialog message = await("a message of " + title, () -> Arrays.stream(Window.getWindows()).filter(w -> w
			.isVisible() && w instanceof Dialog d && title.equals(d.getTitle()) && !(w instanceof GenericDialog)).map(
				Dialog.class::cast).findFirst().orElse(null));
		shot(title.replace(' ', '-'));
		EventQueue.invokeAndWait(message::dispose);
		ended(title);
		say("complaint " + title, "shown");
	}

	private static void cancel(final String title, final String shot) throws Exception {
		final GenericDialog dialog = awaitDialog(title);
		shot(shot);
		final Button button = dialog.getButtons()[1];
		EventQueue.invokeLater(() -> dialog.actionPerformed(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, "Cancel")));
		await(title + " to close", () -> dialog.isVisible() ? null : "");
		ended(title);
	}

	/** A command that ends tells the recorder, which takes it for the end of the one that began last. */
	private static void ended(final String title) throws Exception {
		await(title + " to end", () -> Recorder.getCommand() == null ? "" : null);
	}

	private static void fill(final GenericDialog dialog, final Consumer<GenericDialog> values) throws Exception {
		EventQueue.invokeAndWait(() -> values.accept(dialog));
	}

	private static void text(final GenericDialog dialog, final int field, final String value) {
		((TextField) dialog.getStringFields().get(field)).setText(value);
	}

	private static void press(final GenericDialog dialog) {
		final Button ok = dialog.getButtons()[0];
		EventQueue.invokeLater(() -> dialog.actionPerformed(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, "OK")));
	}

	private static String recorded(final Recorder recorder, final String command) throws Exception {
		final String line = await("the recorded line of " + command, () -> line(recorder, command));
		ended(command);
		return line;
	}

	private static String line(final Recorder recorder, final String command) {
		return Arrays.stream(recorder.getText().split("\n")).filter(l -> l.contains(command)).findFirst().orElse(null);
	}

	private static GenericDialog awaitDialog(final String title) throws InterruptedException {
		return await("the dialog " + title, () -> visible(GenericDialog.class, title));
	}

	private static <T extends Dialog> T visible(final Class<T> type, final String title) {
		return Arrays.stream(Window.getWindows()).filter(w -> w.isVisible() && type.isInstance(w) && title.equals(((Dialog) w)
			.getTitle())).map(type::cast).findFirst().orElse(null);
	}

	/** The first component of a type that is meant. */
	private static <T extends Component> T find(final Container in, final Class<T> type, final Predicate<T> meant) {
		for (final Component c : in.getComponents()) {
			if (type.isInstance(c) && meant.test(type.cast(c))) return type.cast(c);
			final T deeper = c instanceof Container inner ? find(inner, type, meant) : null;
			if (deeper != null) return deeper;
		}
		return null;
	}

	private static <T> T await(final String what, final Supplier<T> there) throws InterruptedException {
		for (long waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
			final T found = there.get();
			if (found != null) return found;
			Thread.sleep(PAUSE_MS);
		}
		say("missing", what);
		System.exit(1);
		throw new IllegalStateException(what);
	}

	private static void shot(final String name) throws Exception {
		final String folder = System.getProperty("shots");
		if (folder == null) return;
		final Robot robot = new Robot();
		robot.delay(1500);
		ImageIO.write(robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())), "png", new File(
			folder, name + ".png"));
	}

	private static void say(final String name, final String value) {
		System.out.println(name + "=" + value);
	}
}
