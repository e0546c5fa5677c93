"""Which pages the site has, and what each is given. No HTML: that is the templates' part."""


from generator.figures import Publication
from generator.release.analyse.areas import Analysis
from generator.release.page import Page
from generator.release.pages.easy_read import easy_read_page
from generator.release.pages.figures import figure_pages
from generator.release.pages.open_data import open_data_pages
from generator.release.pages.overview import overview_pages
from generator.release.pages.prose import prose_pages
from generator.release.pages.protection import protection_page
from generator.release.pages.record import a_to_z, record_pages
from generator.release.pages.threads import thread_pages
from generator.release.render import Marks


def all_pages(
    publication: Publication, analysis: Analysis, marks: Marks
) -> tuple[Page, ...]:
    """Every page of the site; two pages at one address are a mistake in the product or in site_src."""
    pages = [
        *overview_pages(publication, analysis),
        easy_read_page(publication, analysis),
        *thread_pages(analysis, publication.content.inspections),
        *figure_pages(publication, analysis),
        *record_pages(publication, analysis),
        *open_data_pages(publication, analysis),
        protection_page(publication),
    ]
    pages += prose_pages(publication, analysis, marks, publication.content.pages, taken={page.address for page in pages})
    return (*pages, a_to_z(pages))
