"""How the pages become a site: Sphinx, MyST-NB and furo; every warning is an error (make docs)."""

from importlib.metadata import version as installed

project = "claimrecon"
author = "claimrecon developers"
copyright = "claimrecon developers, MIT licence"  # noqa: A001 - the name that Sphinx reads
release = version = installed("claimrecon")

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.viewcode", "numpydoc"]

html_theme = "furo"
html_title = f"claimrecon {release}"
html_static_path = ["_static"]
html_show_sphinx = False
html_copy_source = False

# Pages are written for GitHub as well: its anchors, its kinds of lists.
myst_heading_anchors = 4
myst_enable_extensions = ["deflist"]

# Pages with a kernel are notebooks, kept as text and executed whenever the site is built.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True
nb_render_markdown_format = "myst"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"inherited-members": False}
numpydoc_show_class_members = False
numpydoc_xref_param_type = False

# Names of other projects have no page here, and nothing is fetched while the site is built.
nitpick_ignore_regex = [("py:.*", r"(?!claimrecon\.(Report|Dossier)$).*")]
