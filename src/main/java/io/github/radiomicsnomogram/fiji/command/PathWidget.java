package io.github.radiomicsnomogram.fiji.command;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.dnd.DropTarget;
import java.io.File;
import java.util.Set;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.border.Border;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import org.scijava.Priority;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.UIService;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.FileWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.TextWidget;
import org.scijava.widget.WidgetModel;

/**
 * A path in a dialog of this package's commands: a text field that a file can be dropped on, with a button to choose one.
 * SciJava gives a button to inputs of type {@link File} alone; ours are text, as an empty one must stand for "not given"
 * and some take the name of a built-in model as well.
 */
@Plugin(type = InputWidget.class, priority = Priority.HIGH)
public final class PathWidget extends AbstractInputWidget<String, JPanel> implements TextWidget<JPanel>,
	DocumentListener
{

	/** Styles of the parameters that are paths: to read, to write, a folder. */
	static final String FILE = "file";
	static final String SAVE = FileWidget.SAVE_STYLE;
	static final String FOLDER = FileWidget.DIRECTORY_STYLE;

	private static final int COLUMNS = 24, GAP = 3;

	/** Around it, so that it ends where the other widgets of a dialog do. */
	private static final Border MARGIN = BorderFactory.createEmptyBorder(3, 0, 3, 7);

	@Parameter(required = false)
	private UIService ui;

	private JPanel panel;
	private JTextField field;

	@Override
	public boolean supports(final WidgetModel model) {
		return super.supports(model) && model.isText() && !model.isMultipleChoice() && !model.isMessage() && OwnCommands.has(
			model.getModule().getInfo()) && style(model) != null;
	}

	/** The style of a path; null if the input is none. */
	private static String style(final WidgetModel model) {
		return Set.of(FILE, SAVE, FOLDER).stream().filter(model::isStyle).findFirst().orElse(null);
	}

	@Override
	public void set(final WidgetModel model) {
		super.set(model);
		field = new JTextField(model.getText(), COLUMNS);
		field.setToolTipText(model.getItem().getDescription());
		field.getDocument().addDocumentListener(this);
		if (!GraphicsEnvironment.isHeadless()) new DropTarget(field, new PathDrop(this::choose));
		final JButton browse = new JButton("Browse...");
		browse.addActionListener(e -> browse());
		panel = new JPanel(new BorderLayout(GAP, 0));
		panel.setBorder(MARGIN);
		panel.add(field, BorderLayout.CENTER);
		panel.add(browse, BorderLayout.EAST);
	}

	private void browse() {
		if (ui == null) return;
		final File file = ui.chooseFile(get().getWidgetLabel(), start(field.getText()), FILE.equals(style(get())) ?
			FileWidget.OPEN_STYLE : style(get()));
		if (file != null) choose(file);
	}

	/** Where to look first: null, as the program likes it, for a text that is no path yet. */
	private static File start(final String text) {
		final File file = new File(text.strip());
		return file.isAbsolute() && (file.exists() || file.getParentFile() != null && file.getParentFile().exists()) ? file : null;
	}

	private void choose(final File file) {
		field.setText(file.getAbsolutePath());
	}

	@Override
	public String getValue() {
		return field.getText();
	}

	@Override
	public void refreshWidget() {
		if (EventQueue.isDispatchThread()) refresh();
		else EventQueue.invokeLater(this::refresh);
	}

	private void refresh() {
		if (!field.getText().equals(get().getText())) field.setText(get().getText());
	}

	@Override
	public JPanel getComponent() {
		return panel;
	}

	@Override
	public Class<JPanel> getComponentType() {
		return JPanel.class;
	}

	@Override
	public void insertUpdate(final DocumentEvent e) {
		updateModel();
	}

	@Override
	public void removeUpdate(final DocumentEvent e) {
		updateModel();
	}

	@Override
	public void changedUpdate(final DocumentEvent e) {
		updateModel();
	}
}
