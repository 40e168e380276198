"""How the site is built, checked and served."""
